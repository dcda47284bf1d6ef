import { ArrowLeftRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Field } from '#ui/form/field.tsx';
import { Bone } from '#ui/state/bones.tsx';
import styles from './merge-dialog.module.css';
import { MergeResult } from './merge-result.tsx';
import { PickCustomer, type Picked } from './pick-customer.tsx';
import { type Preview, useMerge } from './use-merge.ts';

type Person = Pick<Picked, 'id' | 'name'>;

/** Makes two customers one: first whom, then the server's own preview of what becomes of them, then the merge, which can be undone. */
export function MergeDialog({
  customer,
  second = null,
  onClose,
  onMerged,
}: {
  customer: Person;
  /** The other one, where both were chosen before. */
  second?: Person | null;
  onClose: () => void;
  /** The customers are one now, under this id. */
  onMerged: (survivorId: string) => void;
}) {
  const say = useWords();
  const { preview, merge, busy } = useMerge();
  const [other, setOther] = useState<Person | null>(second);
  const [stays, setStays] = useState(true);
  const [seen, setSeen] = useState<Preview | string | null>(null);
  const [reason, setReason] = useState('');
  const body = useRef<HTMLDivElement>(null);
  // The keys of the page below are not meant while a dialog is open.
  useCommands({ id: 'merge', label: 'identity.mergeTitle', exclusive: true, commands: [] });
  useEffect(() => {
    if (!other) body.current?.querySelector('input')?.focus();
  }, [other]);
  const survivor = stays || !other ? customer : other;
  const goes = stays ? other : customer;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again only when who stays or who goes is somebody else.
  useEffect(() => {
    if (!goes) return undefined;
    let current = true;
    setSeen(null);
    void preview(survivor.id, goes.id).then((answer) => current && setSeen(answer));
    return () => {
      current = false;
    };
  }, [survivor.id, goes?.id]);

  const perform = async () => {
    if (!goes) return;
    const id = await merge(survivor.id, goes.id, reason);
    if (!id) return;
    onClose();
    onMerged(id);
  };
  return (
    <Dialog label={say('identity.mergeTitle')} onClose={onClose} size="large">
      <DialogHead title={say('identity.mergeTitle')} onClose={onClose} />
      <div className={styles.body} ref={body}>
        {!other && <PickCustomer without={customer.id} onPick={setOther} />}
        {other && goes && (
          <>
            <div className={styles.who}>
              <p>
                <small>{say('identity.stays')}</small>
                <b>{survivor.name}</b>
              </p>
              <Button icon={<ArrowLeftRight size={16} aria-hidden />} onClick={() => setStays(!stays)}>
                {say('identity.swap')}
              </Button>
              <p>
                <small>{say('identity.goes')}</small>
                <b>{goes.name}</b>
              </p>
            </div>
            {seen === null && <Bone height={120} />}
            {typeof seen === 'string' && (
              <p className={styles.wrong} role="alert">
                {seen}
              </p>
            )}
            {seen && typeof seen !== 'string' && (
              <>
                <MergeResult seen={seen} survivor={survivor.name} other={goes.name} />
                <Field
                  label={say('identity.reason')}
                  hint={say('identity.reasonHint')}
                  value={reason}
                  maxLength={300}
                  onChange={(event) => setReason(event.target.value)}
                />
              </>
            )}
          </>
        )}
      </div>
      <footer className={styles.foot}>
        {other && (
          <Button tone="quiet" onClick={() => setOther(null)}>
            {say('identity.somebodyElse')}
          </Button>
        )}
        <Button onClick={onClose}>{say('ui.cancel')}</Button>
        <Button
          tone="primary"
          disabled={busy || !seen || typeof seen === 'string'}
          onClick={() => void perform()}
        >
          {say('identity.merge')}
        </Button>
      </footer>
    </Dialog>
  );
}
