import { graphql } from '#lib/graphql/graphql.ts';

/** Why two records are one person, or not: the steps in bits. */
const ExplanationFragment = graphql(`
  fragment Explanation on MatchExplanation @_unmask {
    prior
    bits
    probability
    related
    keptApart
    objections { code text speaksFor }
    lines { feature level bits left right oneIn probabilityWithout outcomeWithout }
    outcome
    record { id displayName source { id name } }
    otherRecord { id displayName source { id name } }
  }
`);

/** The open case of the queue, weighed; asked only for the case that is looked at. */
export const doubtExplained = graphql(
  `
    query DoubtExplained($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Doubt {
          explanation { ...Explanation @unmask }
          alternative { probability customer { id displayName } }
        }
      }
    }
  `,
  [ExplanationFragment],
);

/** What holds the records of a customer together; asked only when somebody wants to know. */
export const recordsExplained = graphql(
  `
    query RecordsExplained($id: ID!) {
      customer(id: $id) {
        id
        sourceRecords { id whyHere { ...Explanation @unmask } }
        cohesion { weakest { ...Explanation @unmask } alarms { code text } }
      }
    }
  `,
  [ExplanationFragment],
);

/** Who probably lives with a customer; asked only when somebody wants to know. */
export const householdQuery = graphql(`
  query Household($id: ID!) {
    customer(id: $id) {
      id
      household { probability shares because customer { id displayName } }
    }
  }
`);

export const splitRecord = graphql(`
  mutation SplitRecord($recordId: ID!, $reason: String) {
    splitRecord(recordId: $recordId, reason: $reason) {
      __typename
      ... on SplitDone { customer { id } other { id displayName } decision { id } }
      ... on Refusal { code message }
    }
  }
`);
