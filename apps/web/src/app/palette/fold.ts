/** A text without accents and capitals, as people type when they search: ș, ş and s are one letter. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a text holds every word of a search. */
export function includesFolded(text: string, words: string): boolean {
  const inside = folded(text);
  return folded(words)
    .split(/\s+/)
    .every((word) => inside.includes(word));
}

/** A text cut into parts, each marked whether it was searched for. */
export function markFound(text: string, words: string): { text: string; found: boolean }[] {
  // Folding may change a text's length, so each letter is folded on its own.
  const letters = [...text];
  const inside = letters.map((letter) => folded(letter).slice(0, 1) || ' ').join('');
  const marks = new Array<boolean>(letters.length).fill(false);
  for (const word of folded(words)
    .split(/\s+/)
    .filter((each) => each.length > 0)) {
    for (let at = inside.indexOf(word); at >= 0; at = inside.indexOf(word, at + word.length))
      marks.fill(true, at, at + word.length);
  }
  const parts: { text: string; found: boolean }[] = [];
  letters.forEach((letter, index) => {
    const found = marks[index] ?? false;
    const last = parts.at(-1);
    if (last && last.found === found) last.text += letter;
    else parts.push({ text: letter, found });
  });
  return parts;
}
