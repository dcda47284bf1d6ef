import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { sessionOver, viewer } from '#lib/viewer.ts';
import { refusalText } from './refusal-text.ts';

/** Why nobody was let in, and which field is to blame. */
export interface Wrong {
  text: string;
  field: string | null;
}

type Answer =
  | { __typename: 'Viewer' }
  | { __typename: 'Refusal'; code: string; message: string; field: string | null };

/** A way in: tries it, keeps what was typed when it fails, and starts with a clean memory when it succeeds. */
export function useEntry(onEntered: () => void) {
  const client = useApolloClient();
  const say = useWords();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const enter = async (ask: () => Promise<Answer | undefined>) => {
    setBusy(true);
    setWrong(null);
    try {
      const answer = await ask();
      if (!answer || answer.__typename === 'Refusal') {
        setWrong(
          answer
            ? { text: refusalText(answer, say), field: answer.field }
            : { text: say('access.noAnswer'), field: null },
        );
        return;
      }
      await client.clearStore();
      viewer.set(null);
      sessionOver.set(false);
      onEntered();
    } catch {
      setWrong({ text: say('access.noAnswer'), field: null });
    } finally {
      setBusy(false);
    }
  };
  return { client, busy, wrong, enter };
}
