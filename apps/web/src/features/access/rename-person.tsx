import { useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Field } from '#ui/form/field.tsx';
import styles from './settings.module.css';

/** Gives somebody another name to show. */
export function RenamePerson({
  name: before,
  onRename,
  onClose,
}: {
  name: string;
  /** Answers with what is wrong with the name, or nothing. */
  onRename: (name: string) => Promise<string | null>;
  onClose: () => void;
}) {
  const say = useWords();
  const [name, setName] = useState(before);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const title = say('access.renameOf', { name: before });
  useCommands({ id: 'rename-person', label: 'access.renameAct', exclusive: true, commands: [] });
  const save = async () => {
    if (name.trim() === before) return onClose();
    setBusy(true);
    const mistake = await onRename(name.trim());
    if (!mistake) return onClose();
    setBusy(false);
    return setWrong(mistake);
  };
  return (
    <Dialog label={title} onClose={onClose} size="small">
      <DialogHead title={title} onClose={onClose} />
      <form
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          first
          label={say('access.theirName')}
          required
          maxLength={200}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
          wrong={wrong}
        />
        <div className={styles.acts}>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={busy}>
            {say('ui.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
