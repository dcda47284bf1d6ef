import type { ApolloClient } from '@apollo/client';
import { journeyFiguresQuery, journeysQuery } from '#features/journey/designer';
import { figuresVariables, type JourneySearch } from './journey-search.ts';

/** Fetches journeys and figures before the designer is shown. */
export async function loadJourney(client: ApolloClient, search: JourneySearch): Promise<void> {
  await Promise.all([
    client.query({ query: journeysQuery, fetchPolicy: 'network-only' }),
    client.query({
      query: journeyFiguresQuery,
      variables: figuresVariables(search),
      fetchPolicy: 'network-only',
    }),
  ]);
}
