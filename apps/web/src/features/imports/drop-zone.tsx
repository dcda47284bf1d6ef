import { FileUp } from 'lucide-react';
import { type DragEvent, type RefObject, useRef, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import styles from './drop-zone.module.css';

/** What may be chosen; what a file really is, its content says. */
const kinds = '.csv,.tsv,.txt,.json,.ndjson,.jsonl,.zip';

/** A place to let files fall, and the button that does the same. */
export function DropZone({
  onFiles,
  field,
}: {
  onFiles: (files: readonly File[]) => void;
  /** The file input, so that a key can open it. */
  field?: RefObject<HTMLInputElement | null>;
}) {
  const say = useWords();
  const own = useRef<HTMLInputElement>(null);
  const input = field ?? own;
  // Entering a child leaves its parent: only the depth says when the files are gone again.
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const has = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the button inside does.
    <div
      className={styles.zone}
      data-over={over || undefined}
      onDragEnter={(event) => {
        if (!has(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      }}
      onDragOver={(event) => {
        if (!has(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) leave();
      }}
      onDrop={(event) => {
        event.preventDefault();
        leave();
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      }}
    >
      <FileUp size={30} aria-hidden />
      <p className={styles.title}>{say('imports.drop')}</p>
      <p className={styles.text}>{say('imports.dropText')}</p>
      <Button tone="primary" keys="c" onClick={() => input.current?.click()}>
        {say('imports.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={kinds}
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
