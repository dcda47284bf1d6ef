import { FileText, RotateCcw, X } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { ProgressBar } from '#ui/progress/progress-bar.tsx';
import { formatBytes } from './format-bytes.ts';
import styles from './upload-list.module.css';
import type { Upload } from './use-uploads.ts';

/** The files on their way, each with how far it is or why it was refused. */
export function UploadList({
  uploads,
  onRemove,
  onAgain,
}: {
  uploads: readonly Upload[];
  onRemove: (key: number) => void;
  onAgain: (key: number) => void;
}) {
  const say = useWords();
  const { locale } = useIntl();
  return (
    <ul className={styles.list}>
      {uploads.map((upload) => (
        <li key={upload.key} data-state={upload.state}>
          <FileText size={20} aria-hidden />
          <div className={styles.what}>
            <p className={styles.name}>
              <b>{upload.name}</b>
              <small>{formatBytes(locale, upload.bytes)}</small>
            </p>
            {upload.state === 'refused' && (
              <p className={styles.wrong} role="alert" title={upload.refusal?.message}>
                {upload.refusal?.message ? refusalText(upload.refusal, say) : say('imports.refused')}
              </p>
            )}
            {upload.state === 'broken' && (
              <p className={styles.wrong} role="alert">
                {say('imports.broken')}
              </p>
            )}
            {(upload.state === 'sending' || upload.state === 'waiting' || upload.state === 'done') && (
              <ProgressBar part={upload.part} label={say('imports.sending', { name: upload.name })} />
            )}
          </div>
          {upload.state === 'broken' && (
            <button
              type="button"
              onClick={() => onAgain(upload.key)}
              aria-label={say('imports.sendAgain', { name: upload.name })}
            >
              <RotateCcw size={17} aria-hidden />
            </button>
          )}
          <button
            type="button"
            onClick={() => onRemove(upload.key)}
            aria-label={say('imports.leaveOut', { name: upload.name })}
          >
            <X size={17} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
