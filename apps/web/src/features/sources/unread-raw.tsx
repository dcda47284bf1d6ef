import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Broken } from '#ui/card/broken.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { unreadRawQuery } from './sources.documents.ts';
import styles from './sources.module.css';

/** A delivery may be as large as a book. */
const shownAtMost = 20_000;

/** Something unread as it came, asked for when somebody wants to see it. */
export function UnreadRaw({ id, name }: { id: string; name: string }) {
  const say = useWords();
  const client = useApolloClient();
  const [text, setText] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const ask = async () => {
    if (text !== null) return;
    setFailed(false);
    try {
      // What somebody's customers wrote must not stay behind in the cache.
      const { data } = await client.query({
        query: unreadRawQuery,
        variables: { id },
        fetchPolicy: 'no-cache',
      });
      const raw = data?.node?.__typename === 'UnreadableSignal' ? data.node.raw : undefined;
      if (raw === undefined) setFailed(true);
      else setText(JSON.stringify(raw, null, 2));
    } catch {
      setFailed(true);
    }
  };
  return (
    <Fold label={say('sources.raw')} onOpen={() => void ask()}>
      {failed ? (
        <Broken onRetry={() => void ask()} />
      ) : text === null ? (
        <Bone height={60} />
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it. */}
          <section className={styles.raw} aria-label={say('sources.rawOf', { name })} tabIndex={0}>
            <pre>{text.slice(0, shownAtMost)}</pre>
          </section>
          {text.length > shownAtMost && <small>{say('sources.rawCut')}</small>}
        </>
      )}
    </Fold>
  );
}
