import { Download, FileText, TriangleAlert } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import styles from './attachments.module.css';
import type { ThreadThing } from './desk.documents.ts';
import { useBytes } from './use-bytes.ts';

type MessageFile = Extract<ThreadThing, { __typename: 'Message' }>['attachments'][number];

/** Whether a message says no more than the names of its files, which stand below it anyway. */
export const isOnlyFiles = (body: string, files: readonly { name: string }[]): boolean =>
  files.length > 0 &&
  body.split('\n').every((line) => files.some(({ name }) => line.trim() === `📎 ${name}`));

/** What came or went with a message: real pictures are shown, everything else is a name with its size; what lies about itself says so. */
export function MessageFiles({ files }: { files: readonly MessageFile[] }) {
  const say = useWords();
  const bytes = useBytes();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={say('support.files')}>
      {files.map((file) => {
        const isDangerous = file.kind === 'PROGRAM' || file.kind === 'ACTIVE';
        const warning = file.isLying ? 'support.fileLies' : isDangerous ? 'support.fileDangerous' : null;
        return (
          <li key={file.id} data-wrong={Boolean(warning) || undefined}>
            <a href={file.path} download={file.name}>
              {file.shownPath ? (
                <img
                  src={file.shownPath}
                  alt={file.name}
                  loading="lazy"
                  width={file.width ?? undefined}
                  height={file.height ?? undefined}
                />
              ) : warning ? (
                <TriangleAlert size={18} aria-hidden />
              ) : (
                <FileText size={18} aria-hidden />
              )}
              <span className={styles.name} title={file.name}>
                {file.name}
              </span>
              <small>{bytes(file.bytes)}</small>
              <Download size={14} aria-hidden />
            </a>
            {warning && <p>{say(warning)}</p>}
          </li>
        );
      })}
    </ul>
  );
}
