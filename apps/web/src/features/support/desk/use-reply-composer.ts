import { useEffect, useRef } from 'react';
import { composer } from '#lib/composer.ts';
import type { WorkTicket } from './desk.documents.ts';
import { draftKey, drafts, emptyDraft, keepDraft } from './drafts.ts';
import { withInserted, withoutInserted } from './inserted.ts';

/** Says where words for this customer are being written, so that content finds its way into the reply with one click. */
export function useReplyComposer(ticket: WorkTicket, onInserted: () => void): void {
  const shown = useRef(onInserted);
  useEffect(() => {
    shown.current = onInserted;
  });
  const { id } = ticket;
  const customerId = ticket.customer?.id;
  // What cannot be sent from here is not inserted here: it is copied, and given another way.
  const writes = customerId !== undefined && ticket.replyAddress !== null && !ticket.mergedInto;
  useEffect(() => {
    if (!writes) return undefined;
    const change = (to: (body: string) => string) => {
      const draft = drafts.get()[draftKey(id, 'reply')] ?? emptyDraft;
      keepDraft(id, 'reply', { ...draft, body: to(draft.body) });
    };
    const own = {
      customerId,
      // Whichever way they asked, the desk's answers leave as letters.
      channel: 'EMAIL' as const,
      insert: (text: string) => {
        change((body) => withInserted(body, text));
        shown.current();
        return () => change((body) => withoutInserted(body, text));
      },
    };
    composer.set(own);
    return () => composer.set((now) => (now === own ? null : now));
  }, [id, customerId, writes]);
}
