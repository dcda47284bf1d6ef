import { TriangleAlert } from 'lucide-react';
import { useIntl } from 'react-intl';
import { placeText } from '#lib/intl/places.ts';
import { type MessageId, type Say, useWords } from '#lib/intl/words.ts';
import { lifecycleText } from '#lib/lifecycle-text.ts';
import { Breakable } from '#ui/breakable.tsx';
import { Table } from '#ui/table/table.tsx';
import { cautionText } from './cause-text.ts';
import styles from './merge-dialog.module.css';
import type { Preview } from './use-merge.ts';

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

/** What becomes of two customers, field by field, as the server's dry run says it: values, consents, and what moves. */
export function MergeResult({ seen, survivor, other }: { seen: Preview; survivor: string; other: string }) {
  const say = useWords();
  const { locale } = useIntl();
  const consents = seen.consentBecomes ?? [];
  const written = (field: string, value: string | null): string => {
    if (value === null) return '—';
    if (field === 'lifecycle') return lifecycleText(value, say);
    if (field === 'language') return placeText(locale, 'language', value);
    return field === 'country' ? placeText(locale, 'region', value) : value;
  };
  return (
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
          head={[say('identity.value'), survivor, other, say('identity.becomes')]}
          stacks
        >
          {seen.fields.map((row) => {
            const word = fieldWords[row.field];
            return (
              <tr key={row.field}>
                <td>{word ? say(word) : row.field}</td>
                <td data-label={survivor}>
                  <Breakable text={written(row.field, row.survivorValue)} />
                </td>
                <td data-label={other}>
                  <Breakable text={written(row.field, row.otherValue)} />
                </td>
                <td data-label={say('identity.becomes')} className={styles.result}>
                  <Breakable text={written(row.field, row.result)} />
                </td>
              </tr>
            );
          })}
          {consents.map(({ purpose, channel, survivor: before, other: joined, result }) => (
            <tr key={`${purpose} ${channel}`}>
              <td>{say('identity.consentOf', { channel: channelText(channel, say) })}</td>
              <td data-label={survivor}>{say(`identity.consent.${before}` satisfies MessageId)}</td>
              <td data-label={other}>{say(`identity.consent.${joined}` satisfies MessageId)}</td>
              <td data-label={say('identity.becomes')} className={styles.result}>
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
    </>
  );
}
