/** One kind to choose, as people call it: two sources may have two words for the same. */
export interface KindChoice {
  text: string;
  kinds: readonly string[];
}

/** The kinds to choose from, by what people call them: those that happened, and those that are chosen although none did. */
export function kindChoices(
  happened: readonly string[],
  chosen: readonly string[],
  textOf: (kind: string) => string,
): KindChoice[] {
  const choices = new Map<string, string[]>();
  for (const kind of [...new Set([...happened, ...chosen])].sort()) {
    const text = textOf(kind);
    choices.set(text, [...(choices.get(text) ?? []), kind]);
  }
  return [...choices]
    .map(([text, kinds]) => ({ text, kinds }))
    .sort((one, other) => one.text.localeCompare(other.text));
}
