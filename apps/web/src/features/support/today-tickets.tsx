import { Link } from '@tanstack/react-router';
import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { colleagueText } from '#lib/source-text.ts';
import { may } from '#lib/viewer.ts';
import { Agenda, AgendaLine } from '#ui/agenda/agenda.tsx';
import { Pill } from '#ui/badges/pill.tsx';

/** What the tickets of the day ask. */
export const TodayTicketsFragment = graphql(`
  fragment TodayTickets on Today @_unmask {
    tickets(first: 8) {
      waitingSince
      ticket { id number subject priority assigneeName customer { id displayName } }
    }
  }
`);

/** Open tickets whose last word is the customer's; each opens in the inbox for whoever works there. */
export function TodayTickets({ today }: { today: ResultOf<typeof TodayTicketsFragment> }) {
  const say = useWords();
  const { ago, date } = useFormat();
  return (
    <Agenda title={say('support.todayTickets')} none={say('support.todayTicketsNone')}>
      {(today.tickets ?? []).map(({ ticket, waitingSince }) => (
        <AgendaLine
          key={ticket.id}
          customer={ticket.customer}
          what={
            may('Mutation.changeTickets') ? (
              <Link to="/inbox" search={{ ticket: ticket.id, view: 'all' }}>
                {ticket.subject}
              </Link>
            ) : (
              ticket.subject
            )
          }
          detail={[`#${ticket.number}`, ticket.assigneeName && colleagueText(ticket.assigneeName)]
            .filter(Boolean)
            .join(' · ')}
          aside={
            <>
              <span title={date(waitingSince, 'dateTime')}>{ago(waitingSince)}</span>
              {(ticket.priority === 'URGENT' || ticket.priority === 'HIGH') && (
                <Pill tone="bad">
                  {say(ticket.priority === 'URGENT' ? 'support.urgent' : 'support.high')}
                </Pill>
              )}
            </>
          }
        />
      ))}
    </Agenda>
  );
}
