import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Card } from '#ui/card/card.tsx';
import { CopyLine } from '#ui/form/copy-line.tsx';
import { type ChannelShown, testChannel } from './channels.documents.ts';
import styles from './channels.module.css';
import { healthWords, outcomeWords, providers } from './provider-words.ts';

const tones = { SILENT: 'plain', WELL: 'good', REFUSING: 'bad', FAILING: 'warn' } as const;

/** One channel: how it is and why, where its provider must call, and what came last. */
export function ChannelCard({
  channel,
  mayChange,
  onChange,
  onRemove,
}: {
  channel: ChannelShown;
  mayChange: boolean;
  onChange: () => void;
  onRemove: () => void;
}) {
  const say = useWords();
  const { ago, number } = useFormat();
  const [test, { loading }] = useMutation(testChannel);
  const [tested, setTested] = useState<{ works: boolean; trouble: string | null } | null>(null);
  const label = providers.find(({ id }) => id === channel.provider)?.label;
  const runTest = () =>
    test({ variables: { id: channel.id } }).then(
      ({ data }) => setTested(data?.testChannel ?? null),
      () => setTested({ works: false, trouble: say('channels.noAnswer') }),
    );
  return (
    <Card
      title={channel.name}
      aside={<Pill tone={tones[channel.health]}>{say(healthWords[channel.health])}</Pill>}
    >
      <p className={styles.muted}>
        {[label && say(label), channel.address].filter(Boolean).join(' · ')}
        {' · '}
        {channel.lastEventAt
          ? say('channels.lastEvent', { when: ago(channel.lastEventAt) })
          : say('channels.neverHeard')}
      </p>
      {channel.health === 'REFUSING' && channel.lastRefusedAt && (
        <p className={styles.wrong}>
          {say('channels.refusedText', { count: channel.refusals, when: ago(channel.lastRefusedAt) })}
        </p>
      )}
      {channel.deadLetterCount > 0 && (
        <p className={styles.warning}>{say('channels.deadText', { count: channel.deadLetterCount })}</p>
      )}
      <div className={styles.addresses}>
        <CopyLine label={say('channels.callAddress')} value={channel.callAddress} />
        {channel.provider === 'TWILIO_PHONE' && (
          <CopyLine label={say('channels.askAddress')} value={`${channel.callAddress}?then=ask`} />
        )}
      </div>
      {channel.events.length > 0 && (
        <details className={styles.events}>
          <summary>{say('channels.newest', { count: number(channel.events.length) })}</summary>
          <ul>
            {channel.events.map((event) => (
              <li key={event.id}>
                <span>{say(outcomeWords[event.outcome])}</span>
                <time dateTime={event.receivedAt}>{ago(event.receivedAt)}</time>
                {event.reason && <small>{event.reason}</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayChange && (
        <div className={styles.line}>
          <Button onClick={() => void runTest()} disabled={loading}>
            {say('channels.test')}
          </Button>
          <Button tone="quiet" onClick={onChange}>
            {say('channels.change')}
          </Button>
          <Button tone="quiet" onClick={onRemove}>
            {say('channels.remove')}
          </Button>
          <span role="status" data-works={tested?.works} className={styles.tested}>
            {tested && (tested.works ? say('channels.works') : tested.trouble)}
          </span>
        </div>
      )}
    </Card>
  );
}
