import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Writes a document; its types come from the printed schema, and fragments stay masked to everybody but their owner. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; Date: string; JSON: unknown };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

/** The values of the schema's enums, under the names that the web uses. */
export type Stage = ReturnType<typeof graphql.scalar<'Stage'>>;
export type CustomerSort = ReturnType<typeof graphql.scalar<'CustomerSort'>>;
export type Outcome = ReturnType<typeof graphql.scalar<'Outcome'>>;
export type ConsentState = ReturnType<typeof graphql.scalar<'ConsentState'>>;
export type CustomerFilter = ReturnType<typeof graphql.scalar<'CustomerFilter'>>;
