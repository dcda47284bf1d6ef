import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import {
  DropZone,
  ImportHistory,
  type Upload,
  UploadList,
  useMoves,
  useUploads,
  WizardSteps,
} from '#features/imports';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { useTitle } from '#lib/use-title.ts';
import { Button } from '#ui/button/button.tsx';
import styles from './import.module.css';

/** The first step of an import, and all imports before it. */
export function ImportsPage() {
  const say = useWords();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const { prepare, busy } = useMoves();
  const goOn = async (uploads: readonly Upload[]) => {
    const ids = uploads.flatMap(({ taken }) => taken.map(({ id }) => id));
    const importId = ids.length > 0 ? await prepare(ids) : null;
    if (importId) void navigate({ to: '/import/$importId', params: { importId } });
  };
  const { uploads, add, remove, again } = useUploads((all) => void goOn(all));
  const done = uploads.filter(({ state }) => state === 'done');
  const waits = uploads.some(({ state }) => state === 'sending' || state === 'waiting');
  useCommands({
    id: 'imports',
    label: 'imports.title',
    commands: [
      { id: 'import-choose', label: 'imports.choose', keys: 'c', run: () => field.current?.click() },
    ],
  });
  useTitle(say('imports.title'));
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('imports.title')}</h1>
        <p>{say('imports.text')}</p>
      </header>
      <WizardSteps now="file" />
      <DropZone onFiles={add} field={field} />
      {uploads.length > 0 && <UploadList uploads={uploads} onRemove={remove} onAgain={again} />}
      {uploads.length > done.length && done.length > 0 && !waits && (
        <div className={styles.go}>
          <Button tone="primary" disabled={busy} onClick={() => void goOn(done)}>
            {say('imports.goOnWith', { count: done.length })}
          </Button>
        </div>
      )}
      <section className={styles.part} aria-labelledby="import-history">
        <h2 id="import-history">{say('imports.history')}</h2>
        <ImportHistory />
      </section>
    </div>
  );
}
