import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { ensureSource } from '#modules/sources';
import type { Tx } from '#platform/database';
import { rememberedReading } from './data/column-mappings.ts';
import { deleteEmptyImports, filesById, insertImport, updateFile } from './data/imports.ts';
import type { ImportFile } from './domain/import.ts';
import { unsaidBy } from './domain/reading/unsaid.ts';
import type { Subjects } from './domain/subjects.ts';
import { headerHash } from './look-at-file.ts';

/** Why an import cannot do what was asked. */
export interface ImportRefusal {
  code: string;
  message: string;
  field?: string;
}

/** Gathers uploaded files into one import, in the order in which they have to be read, each with the source it came from. */
export async function prepareImport(
  tx: Tx,
  subjects: Subjects,
  fileIds: readonly string[],
  createdBy: string | null,
  sourceKey?: string,
): Promise<Result<string, ImportRefusal>> {
  const found = await filesById(tx, [...new Set(fileIds)]);
  const files = found.filter((file): file is ImportFile => file !== null);
  if (files.length === 0 || files.length < found.length)
    return refuse({
      code: 'FILE_MISSING',
      message: 'One of these files was never uploaded.',
      field: 'fileIds',
    });
  const importId = newId();
  await insertImport(tx, { id: importId, createdBy, status: 'READY' });
  const formats = new Map(subjects.formats.map((format) => [format.name, format]));
  const orderOf = (file: ImportFile) => (file.format ? (formats.get(file.format)?.order ?? 99) : 99);
  const ordered = [...files].sort((a, b) => orderOf(a) - orderOf(b) || a.name.localeCompare(b.name));
  for (const [place, file] of ordered.entries()) {
    const system = file.format ? formats.get(file.format)?.system : undefined;
    const remembered = await rememberedReading(tx, headerHash(file.columns.map(({ name }) => name)));
    const key = sourceKey ?? remembered?.sourceKey ?? system;
    const source = key && system ? await ensureSource(tx, key, system) : null;
    await updateFile(tx, {
      ...file,
      importId,
      place,
      sourceId: source?.id ?? null,
      // Whoever chose once how files like this are read has decided, also that something is not known.
      reading: source && !remembered ? unsaidBy(source, file.reading) : file.reading,
    });
  }
  await deleteEmptyImports(
    tx,
    files.map((file) => file.importId),
  );
  return accept(importId);
}
