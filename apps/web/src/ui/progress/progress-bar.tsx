import styles from './progress-bar.module.css';

/** How far something is; without a part it only says that work goes on. */
export function ProgressBar({ part, label }: { part?: number | null; label: string }) {
  const known = typeof part === 'number';
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known ? Math.round(part * 100) : undefined}
    >
      <div
        className={styles.fill}
        data-unknown={!known || undefined}
        style={known ? { inlineSize: `${Math.min(100, part * 100)}%` } : undefined}
      />
    </div>
  );
}
