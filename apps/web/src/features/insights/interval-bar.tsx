import styles from './insights.module.css';

/** A value on its scale with its interval: the eye sees how sure it is before it reads the number. */
export function IntervalBar({
  value,
  lo,
  hi,
  least = 0,
  most = 1,
  zero,
}: {
  value: number | null;
  lo: number | null;
  hi: number | null;
  least?: number;
  most?: number;
  /** Where a line stands that must be passed. */
  zero?: number;
}) {
  const place = (at: number): string =>
    `${Math.round(Math.min(1, Math.max(0, (at - least) / (most - least))) * 1000) / 10}%`;
  return (
    <span className={styles.bar} data-empty={(value === null && lo === null) || undefined} aria-hidden>
      {zero !== undefined && <i className={styles.zero} style={{ insetInlineStart: place(zero) }} />}
      {lo !== null && hi !== null && (
        <i
          className={styles.range}
          style={{ insetInlineStart: place(lo), insetInlineEnd: `calc(100% - ${place(hi)})` }}
        />
      )}
      {value !== null && <i className={styles.point} style={{ insetInlineStart: place(value) }} />}
    </span>
  );
}
