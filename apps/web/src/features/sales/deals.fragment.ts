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

/** What a line about an order asks. */
export const OrderLineFragment = graphql(`
  fragment OrderLine on Order {
    id
    number
    status
    total { amount currency }
    orderedAt
    lines { quantity product { id name } }
  }
`);

/** What the deals card asks. */
export const DealsFragment = graphql(
  `
  fragment Deals on Customer {
    id
    deals(first: 51) {
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
    orders(first: 21) {
      id
      ...OrderLine
    }
  }
`,
  [DealLineFragment, OrderLineFragment],
);

/** All that is shown of somebody's deals, once more than the newest are wanted. */
export const moreDeals = graphql(
  `
  query MoreDeals($id: ID!, $seesValue: Boolean!) {
    customer(id: $id) {
      id
      deals(first: 100) {
        id
        outcome
        ...DealLine
      }
    }
  }
`,
  [DealLineFragment],
);

/** All that is shown of somebody's orders, once more than the newest are wanted. */
export const moreOrders = graphql(
  `
  query MoreOrders($id: ID!) {
    customer(id: $id) {
      id
      orders(first: 100) {
        id
        ...OrderLine
      }
    }
  }
`,
  [OrderLineFragment],
);
