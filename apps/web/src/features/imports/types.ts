import type { ResultOf, VariablesOf } from '#lib/graphql/graphql.ts';
import type {
  CountsFragment,
  ImportFileFragment,
  ImportFragment,
  importQuery,
  triedRowsQuery,
} from './imports.documents.ts';

/** How many rows came to what. */
export type Counts = ResultOf<typeof CountsFragment>;
/** An import as lists and the watcher know it. */
export type ImportSeen = ResultOf<typeof ImportFragment>;
/** An import as the wizard knows it. */
export type WizardImport = NonNullable<ResultOf<typeof importQuery>['import']>;
/** A file with how it is read. */
export type ReadFile = ResultOf<typeof ImportFileFragment>;
/** A file of an audience export. */
export type AudienceFile = NonNullable<NonNullable<ReadFile['audience']>['file']>;
/** A kind of export. */
export type ImportFormat = ResultOf<typeof importQuery>['importFormats'][number];
/** What a row comes to. */
export type RowOutcome = NonNullable<VariablesOf<typeof triedRowsQuery>['outcome']>;
/** Where an import stands. */
export type ImportStatus = ImportSeen['status'];

/** How many rows come to something. */
export const countOf = (counts: Counts, outcome: RowOutcome): number =>
  counts[outcome.toLowerCase() as Lowercase<RowOutcome>];
