import { type MessageId, useWords } from '#lib/intl/words.ts';

/** What can be chosen by a word of its own: all that have one, or some of them, in their order. */
export function WordOptions<Value extends string>({
  words,
  values = Object.keys(words) as Value[],
}: {
  words: Readonly<Record<Value, MessageId>>;
  values?: readonly Value[];
}) {
  const say = useWords();
  return values.map((value) => (
    <option key={value} value={value}>
      {say(words[value])}
    </option>
  ));
}

/** What can be chosen by its name. */
export function NamedOptions({ of }: { of: readonly { id: string; name: string }[] }) {
  return of.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
