/** Intake: the front door. What other systems tell is remembered, identified, recorded, told, weighed and announced here; and imports. */
import type { Manifest } from '#modules/house';
import { ColumnMappingEntity } from './data/column-mapping.entity.ts';
import { ImportFileEntity } from './data/import-file.entity.ts';
import { ImportRunEntity } from './data/import-run.entity.ts';
import { filesById, importsById } from './data/imports.ts';
import { OwedEntity } from './data/owed.entity.ts';
import { SignalEntity } from './data/signal.entity.ts';
import { TriedRowsEntity } from './data/tried-rows.entity.ts';
import { UnreadableEntity } from './data/unreadable.entity.ts';
import { unreadablesById } from './data/unreadable.ts';
import { CustomerChangedResolver } from './graph/customer-changed.resolver.ts';
import { DemoImportResolver } from './graph/demo-import.resolver.ts';
import { ImportResolver } from './graph/import.resolver.ts';
import { ImportChangedResolver } from './graph/import-changed.resolver.ts';
import { ImportFileResolver } from './graph/import-file.resolver.ts';
import { ImportMovesResolver } from './graph/import-moves.resolver.ts';
import { ImportsResolver } from './graph/imports.resolver.ts';
import { SignalsResolver } from './graph/signals.resolver.ts';
import { SourcesResolver } from './graph/sources.resolver.ts';
import { UnreadableResolver, UnreadablesResolver } from './graph/unreadable.resolver.ts';

export { importsById, newestImports } from './data/imports.ts';
export type { ImportCounts, ImportRun, ImportStatus } from './domain/import.ts';
export type { TakenOutcome } from './domain/outcome.ts';
export { type Subjects, subjectsOf } from './domain/subjects.ts';
export type { TriedRow } from './domain/tried-rows.ts';
export { ImportType } from './graph/import.type.ts';
export { type ImportOrder, type ImportReport, importFiles, reportOf } from './import-files.ts';
export { startWork, stopWork } from './import-work.ts';
export { type IntakeParts, intakeRoutes } from './intake-routes.ts';
export { FileTrouble } from './read-file.ts';
export { layReaders } from './read-rows.ts';
export { resumeImports } from './resume-imports.ts';
export { takeDelivery } from './take-delivery.ts';
export { takeIn } from './take-in.ts';
export { type CommonDoor, openCommonDoor } from './take-together.ts';
export { triedOfImport } from './tried-of-import.ts';
export { undoImport } from './undo-import.ts';
export { writeRejected } from './write-rejected.ts';

export const intake: Manifest = {
  name: 'intake',
  entities: [
    ImportRunEntity,
    ImportFileEntity,
    TriedRowsEntity,
    SignalEntity,
    UnreadableEntity,
    ColumnMappingEntity,
    OwedEntity,
  ],
  resolvers: [
    ImportsResolver,
    ImportResolver,
    ImportFileResolver,
    ImportMovesResolver,
    ImportChangedResolver,
    SignalsResolver,
    SourcesResolver,
    UnreadablesResolver,
    UnreadableResolver,
    CustomerChangedResolver,
    DemoImportResolver,
  ],
  nodes: [
    { typeName: 'Import', batch: importsById },
    { typeName: 'ImportFile', batch: filesById },
    { typeName: 'UnreadableSignal', batch: unreadablesById },
  ],
};
