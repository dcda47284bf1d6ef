import { useMutation, useQuery } from '@apollo/client/react';
import { useId } from 'react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import styles from './preferred-channel.module.css';

const preferredQuery = graphql(`
  query PreferredChannel($id: ID!) {
    customer(id: $id) { id preferredChannel { channel because contacts share saidBy at } }
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
export function PreferredChannel({ customerId }: { customerId: string }) {
  const say = useWords();
  const { date, number } = useFormat();
  const id = useId();
  const { data } = useQuery(preferredQuery, {
    variables: { id: customerId },
    fetchPolicy: 'cache-and-network',
  });
  const [put] = useMutation(prefer);
  if (data?.customer?.id !== customerId) return null;
  const now = data.customer.preferredChannel;
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
            ? say('channels.preferenceLearned', { channel: say(`channels.way.${wayOf(now.channel)}`) })
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
    </div>
  );
}

const wayOf = (channel: string): (typeof choices)[number] | 'other' =>
  choices.find((one) => one === channel) ?? 'other';
