import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { attendTicket } from './desk.documents.ts';

/** How often a browser says that somebody is there; the server forgets whoever is silent for longer than two of these. */
const everyMs = 15_000;

/** Tells colleagues that one has a ticket open, and what one does there, for as long as it is. */
export function usePresence(ticketId: string, doing: 'LOOKING' | 'REPLYING' | 'NOTING'): void {
  const client = useApolloClient();
  useEffect(() => {
    const attend = () =>
      void client
        .mutate({ mutation: attendTicket, variables: { id: ticketId, doing } })
        // That colleagues do not see one for a moment is not worth a word.
        .catch(() => {});
    attend();
    const timer = setInterval(attend, everyMs);
    return () => clearInterval(timer);
  }, [client, ticketId, doing]);
  useEffect(
    () => () =>
      void client
        .mutate({ mutation: attendTicket, variables: { id: ticketId, doing: null } })
        .catch(() => {}),
    [client, ticketId],
  );
}
