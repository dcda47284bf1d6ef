import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

/** What is best done next for a customer; asked beside the page, which does not wait for it. */
export const nextBestQuery = graphql(`
  query NextBest($id: ID!) {
    customer(id: $id) {
      id
      nextBest {
        settings
        asOf
        product { nothing name by whose gapDays gapLow gapHigh gaps lastAt withName share { k n p lo hi } base }
        moment { nothing date fromHour untilHour timeZone own { k n p lo hi } everybody { n p } whose }
        engagement { nothing kind channel own { k n p lo hi } everybody { n p } }
        offer { nothing content { item { id } title language share tried worked workedLow workedHigh } }
      }
    }
  }
`);

export type NextBest = NonNullable<NonNullable<ResultOf<typeof nextBestQuery>['customer']>['nextBest']>;
