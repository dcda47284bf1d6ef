import type { ReactNode } from 'react';
import styles from './table.module.css';

/**
 * A plain table that scrolls sideways inside its frame where the screen is narrow; or `stacks`: each row is a block there, its first cell the
 * heading, and every other cell says in `data-label` what it is.
 */
export function Table({
  label,
  head,
  stacks = false,
  children,
}: {
  label: string;
  head: readonly string[];
  stacks?: boolean;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it.
    <section className={styles.frame} aria-label={label} tabIndex={0}>
      <table className={styles.table} data-stacks={stacks || undefined}>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
