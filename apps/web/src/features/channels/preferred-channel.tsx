import { useMutation } from '@apollo/client/react';
import { useId } from 'react';
import { channelText } from '#lib/channel-text.ts';
import { type FragmentOf, graphql } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type Say, useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Card } from '#ui/card/card.tsx';
import styles from './preferred-channel.module.css';

/** What is asked of the channel a customer prefers, and of what shows it. */
export const PreferredFragment = graphql(`
  fragment Preferred on Customer {
    id
    preferredChannel { channel because contacts share saidBy at }
    channelHabits { channel messages answers answerMinutes }
  }
`);

const prefer = graphql(`
  mutation PreferChannel($id: ID!, $channel: String) {
    preferChannel(customerId: $id, channel: $channel) {
      __typename
      ... on Customer { id preferredChannel { channel because contacts share saidBy at } }
      ... on Refusal { code message }
    }
  }
`);

const choices = ['email', 'phone', 'sms', 'whatsapp', 'chat', 'messenger'] as const;

/** By which channel a customer wants to be written to: learned from what they use until they say it, and why we think so. */
export function PreferredChannel({
  customer,
}: {
  customer: { id: string } & FragmentOf<typeof PreferredFragment>;
}) {
  const say = useWords();
  const { date, number } = useFormat();
  const id = useId();
  const { id: customerId, preferredChannel: now, channelHabits } = useOwned(PreferredFragment, customer);
  const answered = (channelHabits ?? []).filter(({ answerMinutes }) => answerMinutes !== null);
  const [put] = useMutation(prefer);
  const told = now?.because === 'TOLD' ? now.channel : null;
  const failed = () => void sayFailed(say('channels.noAnswer'));
  const write = async (channel: string | null) => {
    const answer = (await put({ variables: { id: customerId, channel } })).data?.preferChannel;
    if (answer?.__typename === 'Refusal') sayFailed(refusalText(answer, say));
  };
  return (
    <div className={styles.preferred}>
      <label htmlFor={id}>{say('channels.prefers')}</label>
      <select
        id={id}
        value={told ?? ''}
        disabled={!may('Mutation.preferChannel')}
        onChange={(event) => {
          const channel = event.target.value || null;
          void write(channel)
            .then(() => offerUndo(say('channels.preferenceKept'), () => write(told).catch(failed)))
            .catch(failed);
        }}
      >
        <option value="">
          {now?.because === 'LEARNED'
            ? say('channels.preferenceLearned', { channel: wayText(now.channel, say) })
            : say('channels.preferenceUnknown')}
        </option>
        {choices.map((channel) => (
          <option key={channel} value={channel}>
            {say(`channels.way.${channel}`)}
          </option>
        ))}
      </select>
      {now && (
        <small>
          {now.because === 'TOLD'
            ? say('channels.preferenceTold', { name: now.saidBy ?? '–', when: now.at ? date(now.at) : '' })
            : say('channels.preferenceWhy', {
                share: number(Math.round((now.share ?? 0) * 100)),
                count: now.contacts ?? 0,
              })}
        </small>
      )}
      {answered.length > 0 && (
        <small>
          {answered
            .map(({ channel, answers, answerMinutes }) =>
              say('channels.answersIn', {
                channel: wayText(channel, say),
                time: spanText(answerMinutes ?? 0, say),
                count: answers,
              }),
            )
            .join(' · ')}
        </small>
      )}
    </div>
  );
}

/** The same on the page of a customer. */
export function PreferredCard(props: Parameters<typeof PreferredChannel>[0]) {
  const say = useWords();
  return (
    <Card title={say('channels.preferredTitle')}>
      <PreferredChannel {...props} />
    </Card>
  );
}

/** A channel by its name here, else as the lists of tickets call it. */
const wayText = (channel: string, say: Say): string => {
  const known = choices.find((one) => one === channel);
  return known ? say(`channels.way.${known}`) : channelText(channel, say);
};

function spanText(minutes: number, say: Say): string {
  if (minutes < 60) return say('channels.minutes', { count: Math.max(1, minutes) });
  if (minutes < 2_880) return say('channels.hours', { count: Math.round(minutes / 60) });
  return say('channels.days', { count: Math.round(minutes / 1_440) });
}
