import { useApolloClient, useQuery } from '@apollo/client/react';
import { Plus, Waypoints } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { EmptyState } from '#ui/state/empty-state.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { ChannelCard } from './channel-card.tsx';
import { ChannelForm } from './channel-form.tsx';
import {
  type ChannelShown,
  channelsQuery,
  type DeadLetterShown,
  removeChannel,
  restoreChannel,
  sendLetterAgain,
} from './channels.documents.ts';
import styles from './channels.module.css';
import { DeadLetters } from './dead-letters.tsx';

/** How words come in and go out: numbers, pages, systems of one's own; and what could not be delivered. */
export function ChannelsSection() {
  const say = useWords();
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(channelsQuery, { fetchPolicy: 'cache-and-network' });
  const [form, setForm] = useState<{ channel: ChannelShown | null } | null>(null);
  const mayChange = may('Mutation.saveChannel');
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bone height={160} />;
  const failed = () => void sayFailed(say('channels.noAnswer'));

  const remove = async (channel: ChannelShown) => {
    const { data: answer } = await client.mutate({ mutation: removeChannel, variables: { id: channel.id } });
    if (answer?.removeChannel.__typename !== 'KeptChannel') return failed();
    await refetch();
    offerUndo(say('channels.removed', { name: channel.name }), () =>
      client
        .mutate({ mutation: restoreChannel, variables: { id: channel.id } })
        .then(() => void refetch())
        .catch(failed),
    );
  };
  const sendAgain = async (letter: DeadLetterShown) => {
    const { data: answer } = await client.mutate({ mutation: sendLetterAgain, variables: { id: letter.id } });
    if (answer?.sendLetterAgain.__typename === 'Refusal') sayFailed(refusalText(answer.sendLetterAgain, say));
    else sayDone(say('channels.sentAgain', { name: letter.toName ?? letter.toAddress }));
    await refetch();
  };

  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <p>{say('channels.text')}</p>
        {mayChange && (
          <Button
            tone="primary"
            icon={<Plus size={15} aria-hidden />}
            onClick={() => setForm({ channel: null })}
          >
            {say('channels.add')}
          </Button>
        )}
      </div>
      {data.channels.length === 0 && (
        <EmptyState
          icon={<Waypoints size={28} aria-hidden />}
          title={say('channels.none')}
          text={say('channels.noneText')}
        />
      )}
      {data.channels.map((channel) => (
        <ChannelCard
          key={channel.id}
          channel={channel}
          mayChange={mayChange}
          onChange={() => setForm({ channel })}
          onRemove={() => void remove(channel).catch(failed)}
        />
      ))}
      <DeadLetters
        letters={data.deadLetters}
        onSendAgain={(letter) => void sendAgain(letter).catch(failed)}
      />
      {form && (
        <ChannelForm
          channel={form.channel}
          onClose={() => {
            setForm(null);
            void refetch();
          }}
        />
      )}
    </div>
  );
}
