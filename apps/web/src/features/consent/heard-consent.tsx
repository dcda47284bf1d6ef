import { useApolloClient } from '@apollo/client/react';
import { PenLine } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { holdBack } from '#lib/undo/hold-back.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Menu } from '#ui/menu/menu.tsx';
import { withdrawConsent } from './heard-consent.documents.ts';

const AgreedDialog = lazy(async () => ({ default: (await import('./agreed-dialog.tsx')).AgreedDialog }));

const channels = ['email', 'phone', 'sms', 'post', 'any'] as const;

/** Writes down what a customer told one of us about marketing; a no a moment later, since the ledger forgets nothing. */
export function HeardConsent({ customerId }: { customerId: string }) {
  const say = useWords();
  const client = useApolloClient();
  const [agreeing, setAgreeing] = useState(false);
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
    <>
      <Menu
        label={say('consent.writeDown')}
        trigger={<PenLine size={16} aria-hidden />}
        heading={say('consent.writeDown')}
        items={[
          ...(may('Mutation.grantConsent')
            ? [{ id: 'agreed', label: say('consent.agreed'), onSelect: () => setAgreeing(true) }]
            : []),
          ...channels.map((channel) => ({
            id: channel,
            label: say(`consent.noneBy.${channel}`),
            onSelect: () => write(channel),
          })),
        ]}
      />
      {agreeing && (
        <Suspense>
          <AgreedDialog customerId={customerId} onClose={() => setAgreeing(false)} />
        </Suspense>
      )}
    </>
  );
}
