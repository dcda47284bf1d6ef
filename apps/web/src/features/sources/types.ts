import type { ResultOf } from '#lib/graphql/graphql.ts';
import type { replayUnreadable, sourcesQuery, unreadQuery } from './sources.documents.ts';

type Answer = ResultOf<typeof sourcesQuery>;

/** A source as it is set up. */
export type SourceShown = Answer['sources'][number];

/** A secret under which a source signs. */
export type SecretShown = Answer['signingSecrets'][number];

/** Something that a source posted and nobody could read. */
export type UnreadShown = ResultOf<typeof unreadQuery>['unreadableSignals']['edges'][number]['node'];

/** What the server says of something that was tried again. */
export type ReplayAnswer = ResultOf<typeof replayUnreadable>['replayUnreadable'];
