import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { sourceText } from '#lib/source-text.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import styles from './merge-dialog.module.css';
import { useMerge } from './use-merge.ts';

interface Joined {
  id: string;
  displayName: string;
  source: { name: string };
  identifiers: readonly { kind: string; value: string; display: string }[];
}

/** Takes a record off its customer: first what would move and what would stay, then the split, which can be undone. */
export function SplitDialog({
  customer,
  record,
  staying,
  onClose,
}: {
  customer: { id: string; name: string };
  record: Joined;
  staying: readonly Joined[];
  onClose: () => void;
}) {
  const say = useWords();
  const { split, busy } = useMerge();
  useCommands({ id: 'split', label: 'identity.splitTitle', exclusive: true, commands: [] });
  const source = sourceText(record.source.name, say);
  const kept = new Set(staying.flatMap(({ identifiers }) => identifiers.map(({ value }) => value)));
  const leaving = record.identifiers.filter(({ value }) => !kept.has(value)).map(({ display }) => display);
  const perform = async () => {
    if (await split(record.id)) onClose();
  };
  return (
    <Dialog label={say('identity.splitTitle')} onClose={onClose}>
      <DialogHead title={say('identity.splitTitle')} onClose={onClose} />
      <ul className={styles.body}>
        <li>
          <b>{say('identity.splitBecomes', { name: record.displayName, source })}</b>
        </li>
        <li>{say('identity.splitMoves', { source })}</li>
        {leaving.length > 0 && (
          <li>{say('identity.splitTakes', { values: leaving.join(', '), name: customer.name })}</li>
        )}
        <li>{say('identity.splitStays', { count: staying.length, name: customer.name })}</li>
        <li>{say('identity.splitApart')}</li>
      </ul>
      <footer className={styles.foot}>
        <Button tone="quiet" onClick={onClose}>
          {say('identity.cancel')}
        </Button>
        <Button tone="primary" data-first disabled={busy} onClick={() => void perform()}>
          {say('identity.split')}
        </Button>
      </footer>
    </Dialog>
  );
}
