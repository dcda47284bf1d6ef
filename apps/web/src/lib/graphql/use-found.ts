import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';

const pause = 150;

/**
 * What the server finds for what is typed: asked when somebody pauses, from two letters on. `null` until then, `'failed'` when no answer
 * came. An answer that comes after the next question is dropped; until then the one before stands.
 */
export function useFound<Data>(
  query: TypedDocumentNode<Data, { text: string }>,
  typed: string,
): Data | 'failed' | null {
  const client = useApolloClient();
  const [found, setFound] = useState<Data | 'failed' | null>(null);
  const text = typed.trim();
  useEffect(() => {
    if (text.length < 2) {
      setFound(null);
      return undefined;
    }
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await client
        .query<Data, { text: string }>({ query, variables: { text }, fetchPolicy: 'no-cache' })
        .catch(() => undefined);
      if (current) setFound((answer?.data as Data | undefined) ?? 'failed');
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, query, client]);
  return found;
}
