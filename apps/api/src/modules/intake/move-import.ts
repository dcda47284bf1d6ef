import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import { filesByImport, lockImport, setStatus, updateFile } from './data/imports.ts';
import { forgetRows, forgetTried } from './data/tried-rows.ts';
import { type ImportFile, type ImportStatus, mayDo, noCounts } from './domain/import.ts';
import type { ImportRefusal } from './prepare-import.ts';

type Moved = Result<string, ImportRefusal>;

const missing = refuse({ code: 'IMPORT_MISSING', message: 'There is no such import.' });
const notNow = (status: ImportStatus) =>
  refuse({ code: 'NOT_NOW', message: `An import that is ${status.toLowerCase()} cannot do that.` });

/** Lets an import be tried: the dry run starts after the commit. */
export async function askToCheck(tx: Tx, id: string): Promise<Moved> {
  const run = await lockImport(tx, id);
  if (!run) return missing;
  if (!mayDo('check', run.status)) return notNow(run.status);
  const files = await filesOf(tx, id);
  if (files.some(({ position }) => position > 0)) return notNow('RUNNING');
  for (const file of files) {
    await forgetRows(tx, file.id);
    await updateFile(tx, {
      ...file,
      counts: noCounts,
      status: file.reading ? 'CHECKING' : 'FAILED',
    });
  }
  await setStatus(tx, id, 'CHECKING');
  return accept(id);
}

/** Lets an import run: the work starts after the commit. One that failed or was cancelled goes on from where it is. */
export async function askToRun(tx: Tx, id: string): Promise<Moved> {
  const run = await lockImport(tx, id);
  if (!run) return missing;
  if (!mayDo('run', run.status)) return notNow(run.status);
  const files = await filesOf(tx, id);
  const unknown = files.find((file) => file.reading !== null && (!file.format || !file.sourceId));
  if (unknown)
    return refuse({
      code: 'FORMAT_NEEDED',
      message: `Nobody knows what kind of export ${unknown.name} is: choose its format first.`,
    });
  for (const file of files) {
    if (file.status === 'DONE') continue;
    const again = file.position === 0 ? { counts: noCounts } : {};
    if (file.position === 0) await forgetRows(tx, file.id);
    await updateFile(tx, { ...file, ...again, status: file.reading ? 'RUNNING' : 'FAILED' });
  }
  await setStatus(tx, id, 'RUNNING');
  return accept(id);
}

/** Stops an import after the set that runs; what was taken in stays, and can be undone. */
export async function cancelImport(tx: Tx, id: string): Promise<Moved> {
  const run = await lockImport(tx, id);
  if (!run) return missing;
  if (!mayDo('cancel', run.status)) return notNow(run.status);
  for (const file of await filesOf(tx, id)) await forgetTried(tx, file.id);
  await setStatus(tx, id, 'CANCELLED');
  return accept(id);
}

const filesOf = async (tx: Tx, id: string): Promise<ImportFile[]> => (await filesByImport(tx, [id]))[0] ?? [];
