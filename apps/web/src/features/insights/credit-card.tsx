import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, type Say, useWords } from '#lib/intl/words.ts';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import { Table } from '#ui/table/table.tsx';
import { type Evidence, waysQuery } from './evidence.documents.ts';
import styles from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';
import type { LinkTo } from './voice-cards.tsx';
import type { Asked } from './words.ts';

const ways = [
  'campaign',
  'content',
  'service',
  'talk',
  'peer',
  'web',
  'event',
  'ads',
  'social',
  'sms',
] as const;
const models = ['first', 'last', 'linear', 'position', 'timeDecay', 'shapley', 'markov'] as const;

/** What somebody met on the way, in the reader's language. */
function wayText(channel: string, say: Say): string {
  const found = ways.find((each) => each === channel);
  return found ? say(`insights.way.${found}` satisfies MessageId) : channel;
}

/** Who gets credit for first purchases, and how far seven models agree; the people behind each channel are one click away. */
export function CreditCard({
  credit: { conversions, n, channels, lookBackDays },
  asked,
  link,
}: {
  credit: Evidence['purchaseCredit'];
  asked: Asked;
  link: LinkTo;
}) {
  const say = useWords();
  const { number, percent } = useFormat();
  const one = (value: number) => number(Math.round(value * 10) / 10);
  const most = Math.max(1, ...channels.map((channel) => channel.most));
  return (
    <Card title={say('insights.credit')} aside={say('insights.n', { n: number(n) })}>
      <CardNote>
        {conversions === 0
          ? say('insights.noCredit')
          : say('insights.creditText', { count: conversions, days: lookBackDays })}
      </CardNote>
      <ul className={styles.rows}>
        {channels.map((channel) => (
          <li key={channel.channel}>
            <div className={styles.row}>
              <span>{wayText(channel.channel, say)}</span>
              <IntervalBar value={channel.shapley} lo={channel.least} hi={channel.most} most={most} />
              <span className={styles.value}>
                <b>{one(channel.shapley)}</b>{' '}
                <small>
                  {say('insights.modelsSay', { least: one(channel.least), most: one(channel.most) })}
                  {channel.met.p !== null &&
                    ` · ${say('insights.metBought', { share: percent(channel.met.p), n: number(channel.met.n) })}`}
                </small>
              </span>
            </div>
            {channel.met.k > 0 && (
              <Ways channel={channel.channel} count={channel.met.k} asked={asked} link={link} />
            )}
          </li>
        ))}
      </ul>
      {channels.length > 0 && (
        <Fold label={say('insights.asTable')}>
          <Table
            label={say('insights.credit')}
            head={[
              say('insights.met'),
              ...models.map((model) => say(`insights.model.${model}` satisfies MessageId)),
              say('insights.removal'),
            ]}
          >
            {channels.map((channel) => (
              <tr key={channel.channel}>
                <td>{wayText(channel.channel, say)}</td>
                {models.map((model) => {
                  const value = channel[model];
                  return <td key={model}>{value === null ? <Nothing /> : one(value)}</td>;
                })}
                <td>{channel.removal === null ? <Nothing /> : percent(channel.removal)}</td>
              </tr>
            ))}
          </Table>
        </Fold>
      )}
    </Card>
  );
}

/** Who met a channel and bought; asked for when somebody wants to know. */
function Ways({
  channel,
  count,
  asked,
  link,
}: {
  channel: string;
  count: number;
  asked: Asked;
  link: LinkTo;
}) {
  const say = useWords();
  const { date, number } = useFormat();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(waysQuery, {
    variables: { channel, ...(asked.from ? { from: asked.from } : {}) },
    skip: !open,
  });
  return (
    <Fold label={say('insights.waysBehind', { count })} onOpen={() => setOpen(true)}>
      {error && <Broken onRetry={() => void refetch()} />}
      {open && !data && !error && <Bone height={40} />}
      <ul>
        {data?.waysToPurchase.map(({ customer, boughtAt, steps }) => (
          <li key={customer?.id ?? boughtAt} className={styles.answer}>
            <span>{customer ? link(customer) : <Nothing />}</span>
            <span>
              {steps
                .map(({ channel: met, daysBefore }) =>
                  say('insights.step', { what: wayText(met, say), days: number(Math.round(daysBefore)) }),
                )
                .join(' → ')}
            </span>
            <small>{boughtAt && date(boughtAt)}</small>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
