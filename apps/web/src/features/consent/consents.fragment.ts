import { graphql } from '#lib/graphql/graphql.ts';

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
      ledger { id state at sourceName wording }
    }
  }
`);
