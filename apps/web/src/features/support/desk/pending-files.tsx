import { Paperclip, TriangleAlert, X } from 'lucide-react';
import { useRef } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import styles from './attachments.module.css';
import type { Mode } from './drafts.ts';
import { addFiles, filesOf, pendingFiles, removeFile } from './files.ts';
import { useBytes } from './use-bytes.ts';

/** The button that adds files. Dropping and pasting them into the composer does the same. */
export function AttachButton({ ticketId, mode }: { ticketId: string; mode: Mode }) {
  const say = useWords();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={styles.attach} onClick={() => field.current?.click()}>
        <Paperclip size={14} aria-hidden />
        {say('support.attach')}
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          addFiles(ticketId, mode, event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </>
  );
}

/** The files of a draft: how far each is, what is wrong with one, and the way to take it out. */
export function PendingFiles({ ticketId, mode }: { ticketId: string; mode: Mode }) {
  const say = useWords();
  const bytes = useBytes();
  const files = filesOf(useStore(pendingFiles), ticketId, mode);
  if (files.length === 0) return null;
  return (
    <ul className={styles.pending} aria-label={say('support.files')}>
      {files.map((file) => (
        <li key={file.key} data-wrong={Boolean(file.wrong) || undefined}>
          {file.wrong || file.isLying ? (
            <TriangleAlert size={14} aria-hidden />
          ) : (
            <Paperclip size={14} aria-hidden />
          )}
          <span className={styles.name} title={file.name}>
            {file.name}
          </span>
          <small>
            {file.wrong
              ? say(file.wrong === 'too-large' ? 'support.fileTooLarge' : 'support.fileFailed')
              : file.isLying
                ? say('support.fileLies')
                : bytes(file.bytes)}
          </small>
          {!file.id && !file.wrong && (
            <progress
              value={file.part}
              max={1}
              aria-label={say('support.fileSending', { name: file.name })}
            />
          )}
          <button
            type="button"
            aria-label={say('support.fileRemove', { name: file.name })}
            onClick={() => removeFile(ticketId, mode, file)}
          >
            <X size={14} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
