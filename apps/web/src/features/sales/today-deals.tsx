import type { ReactNode } from 'react';
import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { localDay } from '#lib/local-day.ts';
import { colleagueText } from '#lib/source-text.ts';
import { Agenda, AgendaLine } from '#ui/agenda/agenda.tsx';
import { Pill } from '#ui/badges/pill.tsx';

/** What the deals of the day ask. */
export const TodayDealsFragment = graphql(`
  fragment TodayDeals on Today @_unmask {
    deals(first: 8) {
      openTickets
      deal {
        id
        name
        stageName
        closeDate
        ownerName
        amount @include(if: $seesValue) { amount currency }
        customer { id displayName }
      }
    }
  }
`);

/** Open deals near their day; where the customer waits for support, that is said first. */
export function TodayDeals({
  today,
  below,
}: {
  today: ResultOf<typeof TodayDealsFragment>;
  /** What can be opened below somebody's line. */
  below?: (customer: { id: string; displayName: string }) => ReactNode;
}) {
  const say = useWords();
  const { date, money } = useFormat();
  const day = localDay();
  return (
    <Agenda title={say('sales.todayDeals')} none={say('sales.todayDealsNone')}>
      {(today.deals ?? []).map(({ deal, openTickets }) => (
        <AgendaLine
          key={deal.id}
          customer={deal.customer}
          what={deal.name}
          below={deal.customer && below?.(deal.customer)}
          detail={[
            deal.stageName,
            deal.amount && money(deal.amount.amount, deal.amount.currency),
            deal.ownerName && colleagueText(deal.ownerName),
          ]
            .filter(Boolean)
            .join(' · ')}
          aside={
            <>
              {deal.closeDate && (
                <span>
                  {say(deal.closeDate < day ? 'sales.todayPast' : 'sales.closes', {
                    day: date(`${deal.closeDate}T12:00:00`),
                  })}
                </span>
              )}
              {openTickets > 0 && <Pill tone="bad">{say('sales.todayTickets', { count: openTickets })}</Pill>}
            </>
          }
        />
      ))}
    </Agenda>
  );
}
