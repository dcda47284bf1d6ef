import { useApolloClient } from '@apollo/client/react';
import { CircleSlash } from 'lucide-react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { holdBack } from '#lib/undo/hold-back.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import { Menu } from '#ui/menu/menu.tsx';
import { ConsentsFragment } from './consents.fragment.ts';

const withdrawConsent = graphql(
  `
  mutation WithdrawConsent($id: ID!, $channel: String!) {
    withdrawConsent(customerId: $id, channel: $channel) {
      __typename
      ... on Customer { id ...Consents }
      ... on Refusal { code message }
    }
  }
`,
  [ConsentsFragment],
);

const channels = ['email', 'phone', 'sms', 'post', 'any'] as const;

/** Writes down that a customer told one of us that they want no marketing; a moment later, since the ledger forgets nothing. */
export function WantNone({ customerId }: { customerId: string }) {
  const say = useWords();
  const client = useApolloClient();
  const write = (channel: (typeof channels)[number]) => {
    const failed = (text: string) => sayFailed(text, () => write(channel));
    holdBack(
      say('consent.writtenDown', { channel: say(`consent.by.${channel}`) }),
      (leaving) =>
        void client
          .mutate({
            mutation: withdrawConsent,
            variables: { id: customerId, channel },
            context: { fetchOptions: { keepalive: leaving } },
          })
          .then(({ data }) => {
            const answer = data?.withdrawConsent;
            if (answer?.__typename === 'Refusal') failed(refusalText(answer, say));
          })
          .catch(() => failed(say('consent.notWritten'))),
      () => undefined,
    );
  };
  return (
    <Menu
      label={say('consent.wantNone')}
      trigger={<CircleSlash size={16} aria-hidden />}
      heading={say('consent.wantNone')}
      items={channels.map((channel) => ({
        id: channel,
        label: say(`consent.noneBy.${channel}`),
        onSelect: () => write(channel),
      }))}
    />
  );
}
