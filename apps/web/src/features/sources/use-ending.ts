import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { holdBack } from '#lib/undo/hold-back.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import { endSigningSecret } from './sources.documents.ts';
import type { SecretShown } from './types.ts';

/** Ends secrets, each a moment later, so that it can be taken back; and says which are as good as ended. */
export function useEnding(onEnded: () => Promise<unknown>): {
  ended: ReadonlySet<string>;
  end: (secret: SecretShown) => void;
} {
  const say = useWords();
  const client = useApolloClient();
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set());
  const end = (secret: SecretShown) => {
    const { id, beginning } = secret;
    setEnded((before) => new Set(before).add(id));
    const back = () => setEnded((before) => new Set([...before].filter((one) => one !== id)));
    holdBack(
      say('sources.secretEnded', { secret: beginning }),
      (leaving) =>
        void client
          .mutate({
            mutation: endSigningSecret,
            variables: { id },
            context: { fetchOptions: { keepalive: leaving } },
          })
          .then(onEnded)
          .catch(() => {
            back();
            sayFailed(say('sources.secretStillWorks', { secret: beginning }), () => end(secret));
          }),
      back,
    );
  };
  return { ended, end };
}
