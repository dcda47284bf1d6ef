import { useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { sayDone } from '#lib/undo/toasts.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import styles from './remove-dialog.module.css';
import { useRemoval } from './use-removal.ts';

/** Asks once more before a customer is taken away, and says why where it cannot be. */
export function RemoveDialog({
  customer,
  onClose,
}: {
  customer: { id: string; name: string };
  onClose: () => void;
}) {
  const say = useWords();
  const remove = useRemoval();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  useCommands({ id: 'remove-customer', label: 'customers.remove', exclusive: true, commands: [] });
  const perform = async () => {
    setBusy(true);
    const why = await remove(customer.id);
    setBusy(false);
    setWrong(why);
    if (why === null) sayDone(say('customers.removed', { name: customer.name }));
  };
  const title = say('customers.removeTitle', { name: customer.name });
  return (
    <Dialog label={title} onClose={onClose} size="small">
      <DialogHead title={title} onClose={onClose} />
      <div className={styles.body}>
        <p>{say('customers.removeWhat')}</p>
        {wrong && (
          <p className={styles.wrong} role="alert">
            {wrong}
          </p>
        )}
      </div>
      <footer className={styles.foot}>
        <Button onClick={onClose} data-first>
          {say('ui.cancel')}
        </Button>
        <Button tone="danger" disabled={busy} onClick={() => void perform()}>
          {say('customers.remove')}
        </Button>
      </footer>
    </Dialog>
  );
}
