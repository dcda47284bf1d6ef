import type { ResultOf } from '#lib/graphql/graphql.ts';
import type { CountsFragment, ImportFileFragment, ImportFragment, importQuery } from './imports.documents.ts';

/** How many rows came to what. */
export type Counts = ResultOf<typeof CountsFragment>;
/** An import as lists and the watcher know it. */
export type ImportSeen = ResultOf<typeof ImportFragment>;
/** An import as the wizard knows it. */
export type WizardImport = NonNullable<ResultOf<typeof importQuery>['import']>;
/** A file with how it is read. */
export type ReadFile = ResultOf<typeof ImportFileFragment>;
/** A kind of export. */
export type ImportFormat = ResultOf<typeof importQuery>['importFormats'][number];
/** Where an import stands. */
export type ImportStatus = ImportSeen['status'];
