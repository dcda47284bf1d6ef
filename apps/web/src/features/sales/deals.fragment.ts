import { graphql } from '#lib/graphql/graphql.ts';

/** What a line about a deal asks. */
export const DealLineFragment = graphql(`
  fragment DealLine on Deal {
    id
    name
    pipelineName
    stageName
    outcome
    amount @include(if: $seesValue) { amount currency }
    closeDate
    closedAt
    ownerName
    sourceName
  }
`);

/** What the deals card asks. */
export const DealsFragment = graphql(
  `
  fragment Deals on Customer {
    id
    deals(first: 50) {
      id
      outcome
      ...DealLine
    }
    companies {
      company {
        id
      }
    }
    repeatBuying {
      purchases
      lastAt
      alive
      expected
      low
      high
      again
      value
      currency
      passed
      reasons
      fitVersion
      buyers
      settings
    }
    orders(first: 20) {
      id
      number
      status
      total { amount currency }
      orderedAt
      lines { quantity product { id name } }
    }
  }
`,
  [DealLineFragment],
);
