import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#platform/database';
import { filesByImport, importsById } from './data/imports.ts';
import type { ImportRun } from './domain/import.ts';

const busyMs = 300;
const idleMs = 1_500;
const busy = new Set(['UPLOADING', 'CHECKING', 'RUNNING']);

/** An import each time that it got further, beginning with how it is now. Looks itself: work may go on in another process. */
export async function* watchImport(
  database: Database,
  id: string,
): AsyncGenerator<ImportRun, void, undefined> {
  let before = '';
  for (;;) {
    const [[run], [files]] = await Promise.all([importsById(database, [id]), filesByImport(database, [id])]);
    if (!run) return;
    const now = JSON.stringify([
      run,
      files?.map(({ counts, position, status, format, reading }) => [
        counts,
        position,
        status,
        format,
        reading,
      ]),
    ]);
    if (now !== before) yield run;
    before = now;
    await sleep(busy.has(run.status) ? busyMs : idleMs);
  }
}
