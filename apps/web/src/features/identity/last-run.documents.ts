import { graphql } from '#lib/graphql/graphql.ts';

/** The last run over everybody. */
export const lastRunQuery = graphql(`
  query LastRun {
    lastIdentityRun {
      id at records agreement raised joined parted undoId lessons heldBecause held { code figure of }
      publishing { by at } refused { by at } refusedBefore { by at }
      contradictedCount
      contradicted(first: 20) { customer { id displayName } found { code figure } }
    }
  }
`);

/** What the last run found in a customer's records that one person can hardly have. */
export const contradictionsQuery = graphql(`
  query Contradictions($id: ID!) {
    customer(id: $id) { id contradictions { code figure } }
  }
`);

/** Asks for another one. */
export const lookAtEverybody = graphql(`
  mutation LookAtEverybody($publish: Boolean) {
    lookAtEverybody(publish: $publish)
  }
`);

/** Refuses what a held run proposes. */
export const refuseRun = graphql(`
  mutation RefuseRun($id: ID!) {
    refuseRun(id: $id) {
      ... on IdentityRun { id refused { by at } publishing { by at } }
      ... on Refusal { code message }
    }
  }
`);

/** Takes that back. */
export const holdRunAgain = graphql(`
  mutation HoldRunAgain($id: ID!) {
    holdRunAgain(id: $id) {
      ... on IdentityRun { id refused { by at } publishing { by at } }
      ... on Refusal { code message }
    }
  }
`);
