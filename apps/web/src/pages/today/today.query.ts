import type { ApolloClient } from '@apollo/client';
import { TodayTasksFragment } from '#features/activity';
import { TodayJourneyFragment } from '#features/journey';
import { TodayDealsFragment } from '#features/sales';
import { TodayTicketsFragment } from '#features/support';
import { graphql } from '#lib/graphql/graphql.ts';
import { sight } from '#lib/viewer.ts';

/** The one question of the day. A feature adds its section with a fragment of its own. */
export const todayQuery = graphql(
  `
    query TodayPage($seesValue: Boolean!) {
      today {
        asOf
        ...TodayJourney @unmask
        ...TodayTasks @unmask
        ...TodayDeals @unmask
        ...TodayTickets @unmask
        promisesDue(first: 8) {
          id words channel dueAt promiserName standing
          customer { id displayName }
        }
        badEndings(first: 6) {
          customer { id displayName }
          interaction { subjectId title endedAt experienced remembered outcome }
        }
        fading(first: 6) { id displayName summary { memoryStrength orders lastInteractionAt } }
      }
    }
  `,
  [TodayJourneyFragment, TodayTasksFragment, TodayDealsFragment, TodayTicketsFragment],
);

/** Fetches the day before it is shown; a section that cannot be read leaves the others standing. */
export async function loadToday(client: ApolloClient): Promise<void> {
  await client.query({
    query: todayQuery,
    variables: sight(),
    errorPolicy: 'all',
    fetchPolicy: 'network-only',
  });
}
