import type { ApolloClient } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ActivityFragment } from '#features/activity';
import { PreferredFragment } from '#features/channels';
import { ConsentsFragment } from '#features/consent';
import { ContentFragment } from '#features/content';
import { AboutFragment, CustomerHeaderFragment } from '#features/customers';
import { ExperienceFragment } from '#features/experience';
import { SourcesFragment } from '#features/identity';
import { StageBarFragment } from '#features/journey';
import { ObstaclesFragment } from '#features/obstacles';
import { PromisesFragment } from '#features/promises';
import { DealsFragment } from '#features/sales';
import { TicketsFragment } from '#features/support';
import { CustomerTimelineFragment, type TimelineSearch, timelineVariables } from '#features/timeline';
import { WordOfMouthFragment } from '#features/voice';
import { graphql } from '#lib/graphql/graphql.ts';
import { sight } from '#lib/viewer.ts';

/** The one question of the customer page, made only of what its parts ask. */
export const customerQuery = graphql(
  `
    query CustomerPage($id: ID!, $departments: [Department!], $kinds: [String!], $before: DateTime, $seesValue: Boolean!) {
      customer(id: $id) {
        id
        displayName
        ...CustomerHeader
        ...StageBar
        ...About
        ...Preferred
        ...CustomerTimeline
        ...Deals
        ...Tickets
        ...Consents
        ...Content
        ...Activity
        ...Promises
        ...Experience
        ...Obstacles
        ...Sources
        ...WordOfMouth
      }
    }
  `,
  [
    CustomerHeaderFragment,
    StageBarFragment,
    AboutFragment,
    PreferredFragment,
    CustomerTimelineFragment,
    DealsFragment,
    TicketsFragment,
    ConsentsFragment,
    ContentFragment,
    ActivityFragment,
    PromisesFragment,
    ExperienceFragment,
    ObstaclesFragment,
    SourcesFragment,
    WordOfMouthFragment,
  ],
);

/** The customer changed somewhere else: the whole page follows, straight from the socket into the cache. */
export const customerSubscription = graphql(
  `
    subscription CustomerPageChanged($id: ID!, $after: String, $departments: [Department!], $kinds: [String!], $before: DateTime, $seesValue: Boolean!) {
      customerChanged(id: $id, after: $after) {
        cursor
        kinds
        customer {
          id
          ...CustomerHeader
          ...StageBar
          ...About
          ...Preferred
          ...CustomerTimeline
          ...Deals
          ...Tickets
          ...Consents
          ...Content
          ...Activity
          ...Promises
          ...Experience
          ...Obstacles
          ...Sources
          ...WordOfMouth
        }
      }
    }
  `,
  [
    CustomerHeaderFragment,
    StageBarFragment,
    AboutFragment,
    PreferredFragment,
    CustomerTimelineFragment,
    DealsFragment,
    TicketsFragment,
    ConsentsFragment,
    ContentFragment,
    ActivityFragment,
    PromisesFragment,
    ExperienceFragment,
    ObstaclesFragment,
    SourcesFragment,
    WordOfMouthFragment,
  ],
);

/** Fetches a customer before their page is shown; a part that cannot be read leaves the others standing. */
export async function loadCustomer(client: ApolloClient, id: string, search: TimelineSearch): Promise<void> {
  const asked = { query: customerQuery, variables: { id, ...timelineVariables(search), ...sight() } };
  const { error } = await client.query({ ...asked, errorPolicy: 'all', fetchPolicy: 'network-only' });
  // Without a connection the customer of before is better than none.
  if (error && !CombinedGraphQLErrors.is(error) && !client.readQuery(asked)) throw error;
}
