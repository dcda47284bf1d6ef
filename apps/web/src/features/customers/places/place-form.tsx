import { type ReactNode, useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import type { MessageId } from '#lib/intl/words.ts';
import { useWords } from '#lib/intl/words.ts';
import { localDay } from '#lib/local-day.ts';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogForm, DialogRow } from '#ui/dialog/dialog-form.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Field } from '#ui/form/field.tsx';
import styles from './place-form.module.css';
import type { Move, PlaceDraft } from './place-moves.ts';
import type { Wrong } from './use-places.ts';

/** What every dialog about a place needs: how it is said, and how it closes. */
export interface PlaceDialogProps {
  onMove: (moves: readonly Move[]) => Promise<Wrong | null>;
  onClose: () => void;
}

/** Sends what a form says: it closes when that was done, and keeps what was typed when not. */
export function useSaying({ onMove, onClose }: PlaceDialogProps) {
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [busy, setBusy] = useState(false);
  const say = async (...moves: Move[]): Promise<void> => {
    if (moves.length === 0) return onClose();
    setBusy(true);
    setWrong(null);
    const refused = await onMove(moves);
    if (!refused) return onClose();
    setBusy(false);
    return setWrong(refused);
  };
  return { say, wrong, busy };
}

/** A dialog about somebody's place in a company. What is wrong stands at its field, or else above the buttons. */
export function PlaceForm({
  title,
  scope,
  keep,
  ready = true,
  busy,
  wrong,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  scope: MessageId;
  keep: string;
  ready?: boolean;
  busy: boolean;
  /** What is wrong with no field of it. */
  wrong: string | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  useCommands({ id: 'place-form', label: scope, exclusive: true, commands: [] });
  return (
    <Dialog label={title} onClose={onClose} size="small">
      <DialogHead title={title} onClose={onClose} />
      <DialogForm keep={keep} ready={ready} busy={busy} wrong={wrong} onSubmit={onSubmit} onClose={onClose}>
        {children}
      </DialogForm>
    </Dialog>
  );
}

/** Their part there, since when, and whether it is the main company. */
export function PlaceFields({
  draft,
  onChange,
  wrong,
  first = false,
  asksMain,
}: {
  draft: PlaceDraft;
  onChange: (draft: PlaceDraft) => void;
  wrong: Wrong | null;
  /** Whether the dialog begins here. */
  first?: boolean;
  asksMain: boolean;
}) {
  const say = useWords();
  const of = (field: string) => (wrong?.field === field ? wrong.text : null);
  return (
    <>
      <DialogRow>
        <Field
          label={say('places.role')}
          first={first}
          autoComplete="off"
          maxLength={200}
          value={draft.role}
          wrong={of('role')}
          onChange={(event) => onChange({ ...draft, role: event.target.value })}
        />
        <Field
          label={say('places.sinceDay')}
          type="date"
          max={localDay()}
          value={draft.since}
          wrong={of('since')}
          onChange={(event) => onChange({ ...draft, since: event.target.value })}
        />
      </DialogRow>
      {asksMain && (
        <Check checked={draft.isMain} onCheck={(isMain) => onChange({ ...draft, isMain })}>
          {say('places.isMain')}
        </Check>
      )}
    </>
  );
}

/** Something that is so or not. */
export function Check({
  checked,
  onCheck,
  children,
}: {
  checked: boolean;
  onCheck: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.target.checked)} />
      {children}
    </label>
  );
}
