import type { ResultOf } from '#lib/graphql/graphql.ts';
import type { sourcesQuery } from './sources.documents.ts';

type Answer = ResultOf<typeof sourcesQuery>;

/** A source as it is set up. */
export type SourceShown = Answer['sources'][number];

/** A secret under which a source signs. */
export type SecretShown = Answer['signingSecrets'][number];
