import { graphql } from '#lib/graphql/graphql.ts';

/** The last run over everybody. */
export const lastRunQuery = graphql(`
  query LastRun {
    lastIdentityRun {
      id at records agreement raised joined parted undoId lessons heldBecause
    }
  }
`);

/** Asks for another one. */
export const lookAtEverybody = graphql(`
  mutation LookAtEverybody($publish: Boolean) {
    lookAtEverybody(publish: $publish)
  }
`);
