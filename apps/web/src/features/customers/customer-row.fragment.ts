import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

/** What a row of the list asks of a customer. */
export const CustomerRow = graphql(`
  fragment CustomerRow on Customer {
    id
    displayName
    ownerName
    tags
    createdAt
    companies { isMain role company { id name } }
    stage { stage since }
    summary {
      openDeals
      openDealValue @include(if: $seesValue) { amount currency }
      openTickets
      emailConsent
      lastInteractionAt
      lastInteractionKind
      lastDepartment
      experienced
      remembered
      memoryStrength
      isFading
    }
  }
`);

/** A customer as a row sees it. */
export type RowCustomer = ResultOf<typeof CustomerRow>;
