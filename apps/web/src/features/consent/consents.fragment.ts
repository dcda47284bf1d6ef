import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

/** What the consents card asks. */
export const ConsentsFragment = graphql(`
  fragment Consents on Customer {
    id
    consents {
      channel
      purpose
      state
      since
      sourceName
      ledger {
        id
        state
        at
        sourceName
        wording
        evidence { optInAt optInAddress confirmedAt confirmedAddress place reason heardBy }
      }
    }
  }
`);

/** One line of a ledger, as it is shown. */
export type LedgerEntry = NonNullable<
  ResultOf<typeof ConsentsFragment>['consents']
>[number]['ledger'][number];
