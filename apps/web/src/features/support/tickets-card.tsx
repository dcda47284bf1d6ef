import { type FragmentOf, graphql } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useWords } from '#lib/intl/words.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { TicketFragment, TicketLine } from './ticket-line.tsx';

/** What the tickets card asks. */
export const TicketsFragment = graphql(
  `
    fragment Tickets on Customer {
      id
      summary { openTickets tickets }
      tickets(first: 20) { id status ...Ticket }
    }
  `,
  [TicketFragment],
);

const isOpen = (status: string): boolean => status !== 'SOLVED' && status !== 'CLOSED';

/** The conversations with support: those that wait first, with their messages on demand. */
export function TicketsCard({ customer }: { customer: { id: string } & FragmentOf<typeof TicketsFragment> }) {
  const say = useWords();
  const { tickets, summary } = useOwned(TicketsFragment, customer);
  const open = tickets?.filter(({ status }) => isOpen(status)) ?? [];
  const done = tickets?.filter(({ status }) => !isOpen(status)) ?? [];
  return (
    <Card
      title={
        summary.openTickets > 0 ? say('support.open', { count: summary.openTickets }) : say('support.title')
      }
      aside={<DepartmentBadge department="SUPPORT" small />}
    >
      {tickets === null && <Broken />}
      {tickets?.length === 0 && <CardNote>{say('support.none')}</CardNote>}
      {open.length > 0 && (
        <ul>
          {open.map((ticket) => (
            <TicketLine key={ticket.id} ticket={ticket} />
          ))}
        </ul>
      )}
      {tickets && tickets.length > 0 && open.length === 0 && <CardNote>{say('support.noneOpen')}</CardNote>}
      {done.length > 0 && (
        <Fold
          label={say('support.solved', {
            count: Math.max(done.length, summary.tickets - summary.openTickets),
          })}
        >
          <ul>
            {done.map((ticket) => (
              <TicketLine key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        </Fold>
      )}
    </Card>
  );
}
