import { ArrowLeftRight, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { placeText } from '#lib/intl/places.ts';
import { type MessageId, type Say, useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Field } from '#ui/form/field.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Table } from '#ui/table/table.tsx';
import { cautionText } from './cause-text.ts';
import styles from './merge-dialog.module.css';
import { PickCustomer, type Picked } from './pick-customer.tsx';
import { type Preview, useMerge } from './use-merge.ts';

const fieldWords: Record<string, MessageId> = {
  displayName: 'identity.name',
  email: 'identity.email',
  phone: 'identity.phone',
  jobTitle: 'identity.jobTitle',
  language: 'identity.language',
  timeZone: 'identity.timeZone',
  city: 'identity.city',
  country: 'identity.country',
  birthDate: 'identity.birthDate',
  website: 'identity.website',
  ownerName: 'identity.owner',
  lifecycle: 'identity.lifecycle',
};

const movedWords: Record<string, MessageId> = {
  source_record: 'identity.movedRecords',
  timeline_entry: 'identity.movedTimeline',
  deal: 'identity.movedDeals',
  order: 'identity.movedOrders',
  sales_order: 'identity.movedOrders',
  ticket: 'identity.movedTickets',
  message: 'identity.movedMessages',
  touch: 'identity.movedTouches',
  note: 'identity.movedNotes',
  task: 'identity.movedTasks',
  interaction: 'identity.movedInteractions',
};

const channels = ['email', 'sms', 'phone', 'post', 'any'] as const;

const channelText = (channel: string, say: Say): string => {
  const known = channels.find((each) => each === channel);
  return known ? say(`identity.channel.${known}` satisfies MessageId) : channel;
};

/** Makes two customers one: first whom, then the server's own preview of what becomes of them, then the merge, which can be undone. */
export function MergeDialog({
  customer,
  onClose,
  onMerged,
}: {
  customer: { id: string; name: string };
  onClose: () => void;
  /** The customers are one now, under this id. */
  onMerged: (survivorId: string) => void;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const { preview, merge, busy } = useMerge();
  const [other, setOther] = useState<Picked | null>(null);
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

  const written = (field: string, value: string | null): string => {
    if (value === null) return '—';
    if (field === 'language') return placeText(locale, 'language', value);
    return field === 'country' ? placeText(locale, 'region', value) : value;
  };
  const consents = seen && typeof seen !== 'string' ? (seen.consentBecomes ?? []) : [];
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
                {seen.warnings.length > 0 && (
                  <div className={styles.warnings}>
                    {seen.warnings.map((warning) => (
                      <p key={warning} className={styles.warning}>
                        <TriangleAlert size={16} aria-hidden />
                        {cautionText(warning, say)}
                      </p>
                    ))}
                  </div>
                )}
                {seen.fields.length + consents.length > 0 && (
                  <Table
                    label={say('identity.becomes')}
                    head={[say('identity.value'), survivor.name, goes.name, say('identity.becomes')]}
                  >
                    {seen.fields.map((row) => {
                      const word = fieldWords[row.field];
                      return (
                        <tr key={row.field}>
                          <td>{word ? say(word) : row.field}</td>
                          <td>{written(row.field, row.survivorValue)}</td>
                          <td>{written(row.field, row.otherValue)}</td>
                          <td className={styles.result}>{written(row.field, row.result)}</td>
                        </tr>
                      );
                    })}
                    {consents.map(({ purpose, channel, survivor: before, other: joined, result }) => (
                      <tr key={`${purpose} ${channel}`}>
                        <td>{say('identity.consentOf', { channel: channelText(channel, say) })}</td>
                        <td>{say(`identity.consent.${before}` satisfies MessageId)}</td>
                        <td>{say(`identity.consent.${joined}` satisfies MessageId)}</td>
                        <td className={styles.result}>
                          {say(`identity.consent.${result}` satisfies MessageId)}
                        </td>
                      </tr>
                    ))}
                  </Table>
                )}
                <ul className={styles.moved} aria-label={say('identity.moves')}>
                  {seen.moved
                    .filter((row) => row.fromOther > 0 && movedWords[row.what])
                    .map((row) => (
                      <li key={row.what}>
                        {say(movedWords[row.what] ?? 'identity.movedRecords', { count: row.fromOther })}
                      </li>
                    ))}
                </ul>
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
