import styles from './avatar.module.css';

/** The first letters of a name: first and last word, as people abbreviate themselves. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s.@_-]+/u).filter((word) => /\p{L}/u.test(word));
  const first = words[0] ?? '?';
  // Who is known by a mailbox only has no second name: the end of an address is its country.
  const last = words.length > 1 && !name.includes('@') ? (words.at(-1) ?? '') : '';
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase();
}

/** A person's initials in a coloured square; decoration, since the name always stands beside it. */
export function Avatar({ name, size = 28, round = false }: { name: string; size?: number; round?: boolean }) {
  return (
    <span
      className={styles.avatar}
      data-round={round || undefined}
      style={{ inlineSize: size, blockSize: size, fontSize: Math.round(size * 0.38) }}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  );
}
