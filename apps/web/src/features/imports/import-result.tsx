import { useWords } from '#lib/intl/words.ts';
import { Fold } from '#ui/card/fold.tsx';
import { FileRows } from './file-rows.tsx';
import styles from './import-result.module.css';
import { problemText } from './problem-text.ts';
import { countOf, type ImportSeen, type RowOutcome } from './types.ts';

/** What each file of an import comes to, or came to: one part each, folded where there are many. */
export function ImportResult({
  files,
  done,
  outcome = null,
  customerHref,
}: {
  files: ImportSeen['files'];
  done: boolean;
  /** Only files with rows that come to this, and only those rows; otherwise all. */
  outcome?: RowOutcome | null;
  customerHref: (id: string) => string;
}) {
  const say = useWords();
  const shown = outcome ? files.filter(({ counts }) => countOf(counts, outcome) > 0) : files;
  return (
    <div className={styles.files}>
      {shown.map((file) => (
        <section key={file.id} className={styles.file} aria-label={file.name}>
          <Fold
            open={shown.length === 1 || outcome !== null || file.counts.rejected > 0}
            label={
              <span className={styles.label}>
                <b>{file.name}</b>
                <span>
                  {problemText(file, say) ??
                    say('imports.fileSum', {
                      accepted: file.counts.accepted,
                      rejected: file.counts.rejected,
                    })}
                </span>
              </span>
            }
          >
            <FileRows file={file} done={done} outcome={outcome} customerHref={customerHref} />
          </Fold>
        </section>
      ))}
    </div>
  );
}
