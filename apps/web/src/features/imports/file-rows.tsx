import styles from './file-rows.module.css';
import { RefusedRows } from './refused-rows.tsx';
import { TriedRows } from './tried-rows.tsx';
import { type Counts, countOf, type RowOutcome } from './types.ts';

/** The rows of one file: those that are refused, and before they run what each of them would do. */
export function FileRows({
  file,
  done,
  outcome,
  customerHref,
}: {
  file: { id: string; name: string; counts: Counts };
  /** Whether the rows are in already, or would be. */
  done: boolean;
  /** Only rows that come to this; otherwise all. */
  outcome: RowOutcome | null;
  customerHref: (id: string) => string;
}) {
  const { counts } = file;
  const count = outcome ? countOf(counts, outcome) : counts.rows;
  return (
    <div className={styles.rows}>
      {counts.rejected > 0 && (!outcome || outcome === 'REJECTED') && <RefusedRows file={file} />}
      {!done && count > 0 && outcome !== 'REJECTED' && (
        <TriedRows key={outcome} file={file} outcome={outcome} count={count} customerHref={customerHref} />
      )}
    </div>
  );
}
