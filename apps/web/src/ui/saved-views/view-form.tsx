import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { useViewer } from '#lib/viewer.ts';
import { Choice } from '#ui/form/choice.tsx';
import { WordOptions } from '#ui/form/options.tsx';
import { Popover } from '#ui/popover/popover.tsx';
import type { KeptView } from './use-saved-views.ts';
import styles from './view-form.module.css';

type Sharing = KeptView['sharedWith'];

const sharings: Record<Sharing, MessageId> = {
  NOBODY: 'ui.viewForMe',
  DEPARTMENT: 'ui.viewForDepartment',
  EVERYBODY: 'ui.viewForEverybody',
};

/** A button with the form of a view: its name and who sees it; for one that is there also how to put it away. */
export function ViewForm({
  label,
  trigger,
  className,
  before,
  onKeep,
  onPutAway,
  onMove,
}: {
  label: string;
  trigger: ReactNode;
  className?: string;
  /** The view that is changed; without it a new one is kept. */
  before?: KeptView;
  onKeep: (wish: { name: string; sharedWith: Sharing }) => void;
  onPutAway?: () => void;
  /** Puts it before or behind its neighbour. */
  onMove?: (by: 1 | -1) => void;
}) {
  const say = useWords();
  const department = useViewer()?.department;
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [sharedWith, setSharedWith] = useState<Sharing>('NOBODY');
  const toggle = (next: boolean) => {
    setName(before?.name ?? '');
    setSharedWith(before?.sharedWith ?? 'NOBODY');
    setOpen(next);
  };
  return (
    <Popover
      label={label}
      align="end"
      {...(className ? { className } : {})}
      open={open}
      onOpen={toggle}
      trigger={trigger}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!name.trim()) return;
          onKeep({ name: name.trim(), sharedWith });
          toggle(false);
        }}
      >
        <label>
          {say('ui.viewName')}
          <input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </label>
        <Choice
          label={say('ui.viewFor')}
          value={sharedWith}
          onChoose={(value) => setSharedWith(value as Sharing)}
        >
          <WordOptions
            words={sharings}
            values={(Object.keys(sharings) as Sharing[]).filter(
              (each) => each !== 'DEPARTMENT' || department || sharedWith === each,
            )}
          />
        </Choice>
        <button type="submit" className={styles.keep}>
          {say('ui.save')}
        </button>
        {onMove && (
          <span className={styles.moves}>
            <button type="button" onClick={() => onMove(-1)}>
              <ArrowLeft size={15} aria-hidden />
              {say('ui.viewEarlier')}
            </button>
            <button type="button" onClick={() => onMove(1)}>
              {say('ui.viewLater')}
              <ArrowRight size={15} aria-hidden />
            </button>
          </span>
        )}
        {onPutAway && (
          <button
            type="button"
            className={styles.away}
            onClick={() => {
              setOpen(false);
              onPutAway();
            }}
          >
            {say('ui.viewRemove')}
          </button>
        )}
      </form>
    </Popover>
  );
}
