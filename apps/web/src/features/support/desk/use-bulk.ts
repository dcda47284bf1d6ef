import { useApolloClient } from '@apollo/client/react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { changeTickets, inboxQuery, ticketBeforeQuery, ticketQuery } from './desk.documents.ts';
import type { Change } from './use-desk.ts';

/** Carries out one change on several tickets, all or none; undone, each has again what it had. */
export function useBulk() {
  const client = useApolloClient();
  const say = useWords();
  const again = () => client.refetchQueries({ include: [inboxQuery, ticketQuery] });
  const put = async (ids: readonly string[], change: Change) => {
    const { data } = await client.mutate({
      mutation: changeTickets,
      variables: { ids: [...ids], change },
    });
    if (data?.changeTickets.__typename === 'Refusal') {
      sayFailed(refusalText(data.changeTickets, say));
      return false;
    }
    return true;
  };
  return async (ids: readonly string[], change: Change): Promise<boolean> => {
    try {
      const before = await Promise.all(
        ids.map((id) =>
          client.query({ query: ticketBeforeQuery, variables: { id }, fetchPolicy: 'network-only' }),
        ),
      );
      if (!(await put(ids, change))) return false;
      offerUndo(say('support.bulkDone', { count: ids.length }), async () => {
        for (const { data } of before) {
          const ticket = data?.ticket;
          if (!ticket) continue;
          const had: Record<string, unknown> = {
            status: ticket.status,
            priority: ticket.priority,
            assigneeId: ticket.assignee?.id ?? null,
            teamId: ticket.team?.id ?? null,
          };
          const back = Object.fromEntries(
            Object.keys(change).flatMap((field) => (field in had ? [[field, had[field]]] : [])),
          );
          const removeTags = (change.addTags ?? []).filter((tag) => !ticket.tags.includes(tag));
          await put([ticket.id], { ...back, ...(removeTags.length > 0 ? { removeTags } : {}) });
        }
        await again();
      });
      await again();
      return true;
    } catch {
      sayFailed(say('support.failed'));
      return false;
    }
  };
}
