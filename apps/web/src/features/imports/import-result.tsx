import { useWords } from '#lib/intl/words.ts';
import { Fold } from '#ui/card/fold.tsx';
import { FileRows } from './file-rows.tsx';
import styles from './import-result.module.css';
import { problemText } from './problem-text.ts';
import type { ImportSeen } from './types.ts';

/** What each file of an import comes to, or came to: one part each, folded where there are many. */
export function ImportResult({
  files,
  done,
  customerHref,
}: {
  files: ImportSeen['files'];
  done: boolean;
  customerHref: (id: string) => string;
}) {
  const say = useWords();
  return (
    <div className={styles.files}>
      {files.map((file) => (
        <section key={file.id} className={styles.file} aria-label={file.name}>
          <Fold
            open={files.length === 1 || file.counts.rejected > 0}
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
            <FileRows file={file} done={done} customerHref={customerHref} />
          </Fold>
        </section>
      ))}
    </div>
  );
}
