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

/** Somebody's deals page by page, once more than the first are wanted. */
export const moreDeals = graphql(
  `
  query MoreDeals($id: ID!, $first: Int!, $after: String, $seesValue: Boolean!) {
    customer(id: $id) {
      id
      dealsConnection(first: $first, after: $after) {
        edges { cursor node { id outcome ...DealLine } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`,
  [DealLineFragment],
);

/** Somebody's orders page by page, once more than the newest are wanted. */
export const moreOrders = graphql(
  `
  query MoreOrders($id: ID!, $first: Int!, $after: String) {
    customer(id: $id) {
      id
      ordersConnection(first: $first, after: $after) {
        edges { cursor node { id ...OrderLine } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`,
  [OrderLineFragment],
);

/** The deals that are with a company. */
export const companyDealsQuery = graphql(
  `
  query CompanyDeals($id: ID!, $outcome: DealOutcome, $seesValue: Boolean!) {
    company(id: $id) {
      id
      deals(outcome: $outcome, first: 51) { id ...DealLine }
    }
  }
`,
  [DealLineFragment],
);

/** The deals that are with a company page by page, once more than the first are wanted. */
export const moreCompanyDeals = graphql(
  `
  query MoreCompanyDeals($id: ID!, $outcome: DealOutcome, $first: Int!, $after: String, $seesValue: Boolean!) {
    company(id: $id) {
      id
      dealsConnection(outcome: $outcome, first: $first, after: $after) {
        edges { cursor node { id ...DealLine } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`,
  [DealLineFragment],
);
