import { useSubscription } from '@apollo/client/react';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { announce } from '#lib/announce.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { ProgressBar } from '#ui/progress/progress-bar.tsx';
import { CountTiles } from './count-tiles.tsx';
import { FileReading } from './file-reading.tsx';
import { ImportResult } from './import-result.tsx';
import { importChanged } from './imports.documents.ts';
import { statusWords } from './outcome-words.ts';
import { problemText } from './problem-text.ts';
import { isOver, stepOf } from './steps.ts';
import { asShown, takenBack } from './taken-back.ts';
import type { ImportFormat, RowOutcome, WizardImport } from './types.ts';
import { useMoves } from './use-moves.ts';
import styles from './wizard.module.css';
import { WizardSteps } from './wizard-steps.tsx';

/** The second to fourth step of an import. Where it stands is what the server says, so one can leave and come back. */
export function Wizard({
  run: known,
  formats,
  onNew,
  onCustomers,
  customerHref,
}: {
  run: WizardImport;
  formats: readonly ImportFormat[];
  /** Begins another import. */
  onNew: () => void;
  onCustomers: () => void;
  customerHref: (id: string) => string;
}) {
  const say = useWords();
  const { number } = useFormat();
  const moves = useMoves();
  const run = asShown(known, useStore(takenBack));
  const [back, setBack] = useState(false);
  const [outcome, setOutcome] = useState<RowOutcome | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useSubscription(importChanged, { variables: { id: run.id }, skip: isOver(known.status) });

  const step = back && run.status === 'CHECKED' ? 'columns' : stepOf(run.status);
  const readable = run.files.filter((file) => file.reading);
  const unknown = readable.filter((file) => !file.format);
  const checking = run.status === 'CHECKING';
  const running = run.status === 'RUNNING';
  const canCheck = step === 'columns' && readable.length > 0 && unknown.length === 0;
  const canRun = step === 'check' && run.status === 'CHECKED' && run.totals.accepted > 0;
  const canGoOn = run.status === 'CANCELLED' || (run.status === 'FAILED' && readable.length > 0);
  const word = say(statusWords[run.status].word);

  // Whoever listens hears where the import stands, and the keyboard goes on from the head of the new step.
  const before = useRef(run.status);
  useEffect(() => {
    if (before.current === run.status) return;
    before.current = run.status;
    announce(word);
    if (document.activeElement === document.body) heading.current?.focus();
  }, [run.status, word]);

  const check = () => {
    setOutcome(null);
    void moves.check(run.id).then((done) => done && setBack(false));
  };
  const next = () => {
    if (moves.busy) return;
    if (canCheck) check();
    else if (canRun || canGoOn) void moves.run(run.id);
  };
  useCommands({
    id: 'wizard',
    label: 'imports.title',
    commands: [
      { id: 'wizard-next', label: 'imports.keyNext', keys: 'mod+enter', run: next },
      { id: 'wizard-new', label: 'imports.another', keys: 'c', run: onNew },
    ],
  });

  return (
    <div className={styles.wizard}>
      <WizardSteps now={step} done={run.status === 'DONE'} onStep={() => setBack(true)} />
      {run.problem && (
        <p className={styles.problem} role="alert">
          <CircleAlert size={18} aria-hidden />
          {problemText(run, say)}
        </p>
      )}

      {step === 'columns' && (
        <>
          <div className={styles.head}>
            <div>
              <h2 ref={heading} tabIndex={-1}>
                {say('imports.columnsTitle')}
              </h2>
              <p>{say('imports.columnsText')}</p>
            </div>
            <Button tone="primary" keys="mod+enter" disabled={!canCheck || moves.busy} onClick={check}>
              {say('imports.check')}
            </Button>
          </div>
          {unknown.length > 0 && (
            <p className={styles.hint}>
              {say('imports.chooseFormat', { names: unknown.map(({ name }) => name).join(', ') })}
            </p>
          )}
          {run.files.map((file) => (
            <FileReading
              key={file.id}
              file={file}
              formats={formats}
              disabled={moves.busy}
              onChange={(change) => void moves.read(change)}
            />
          ))}
        </>
      )}

      {step === 'check' && (
        <>
          <div className={styles.head}>
            <div>
              <h2 ref={heading} tabIndex={-1}>
                {say(checking ? 'imports.checking' : 'imports.checkedTitle')}
              </h2>
              <p>{say(checking ? 'imports.checkingText' : 'imports.checkedText')}</p>
            </div>
            <div className={styles.acts}>
              {checking ? (
                <Button disabled={moves.busy} onClick={() => void moves.cancel(run.id)}>
                  {say('imports.cancel')}
                </Button>
              ) : (
                <>
                  <Button disabled={moves.busy} onClick={() => setBack(true)}>
                    {say('imports.back')}
                  </Button>
                  <Button
                    tone="primary"
                    keys="mod+enter"
                    disabled={!canRun || moves.busy}
                    onClick={() => void moves.run(run.id)}
                  >
                    {say('imports.import', { count: run.totals.accepted })}
                  </Button>
                </>
              )}
            </div>
          </div>
          {checking && (
            <div className={styles.progress}>
              <ProgressBar part={run.progress || null} label={say('imports.checking')} />
              {run.totals.rows > 0 && <p>{say('imports.soFar', { count: run.totals.rows })}</p>}
            </div>
          )}
          {!checking && (
            <>
              <CountTiles counts={run.totals} done={false} chosen={outcome} onChoose={setOutcome} />
              <ImportResult files={run.files} done={false} outcome={outcome} customerHref={customerHref} />
            </>
          )}
        </>
      )}

      {step === 'run' && (
        <>
          <div className={styles.head}>
            <div>
              <h2 ref={heading} tabIndex={-1}>
                {running ? say('imports.running') : word}
              </h2>
              {running && <p>{say('imports.runningText')}</p>}
              {run.status === 'CANCELLED' && <p>{say('imports.cancelledText')}</p>}
              {run.status === 'UNDONE' && <p>{say('imports.undoneText')}</p>}
            </div>
            <div className={styles.acts}>
              {running && (
                <Button disabled={moves.busy} onClick={() => void moves.cancel(run.id)}>
                  {say('imports.cancel')}
                </Button>
              )}
              {run.canBeUndone && may('Mutation.undoImport') && (
                <Button disabled={moves.busy} onClick={() => moves.undo(run.id)}>
                  {say('imports.undo')}
                </Button>
              )}
              {canGoOn && (
                <Button disabled={moves.busy} onClick={() => void moves.run(run.id)}>
                  {say('imports.goOn')}
                </Button>
              )}
              {isOver(run.status) && (
                <Button keys="c" onClick={onNew}>
                  {say('imports.another')}
                </Button>
              )}
              {run.status === 'DONE' && (
                <Button tone="primary" onClick={onCustomers}>
                  {say('imports.seeCustomers')}
                </Button>
              )}
            </div>
          </div>
          {running && (
            <div className={styles.progress}>
              <ProgressBar part={run.progress || null} label={say('imports.running')} />
              <p>
                {run.progress > 0
                  ? say('imports.percent', { percent: number(Math.floor(run.progress * 100)) })
                  : ''}
              </p>
            </div>
          )}
          <CountTiles counts={run.totals} done />
          {isOver(run.status) && run.status !== 'UNDONE' && (
            <ImportResult files={run.files} done customerHref={customerHref} />
          )}
        </>
      )}
    </div>
  );
}
