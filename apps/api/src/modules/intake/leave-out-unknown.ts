import type { Tx } from '#platform/database';
import { filesByImport, updateFile } from './data/imports.ts';

/** Sets files aside whose kind nobody knows, with the reason, so that the others can be imported without them. */
export async function leaveOutUnknown(tx: Tx, importId: string): Promise<void> {
  const [files] = await filesByImport(tx, [importId]);
  for (const file of files ?? [])
    if (file.reading && (!file.format || !file.sourceId))
      await updateFile(tx, {
        ...file,
        reading: null,
        status: 'FAILED',
        problem: `Nobody knows what kind of export ${file.name} is: ${file.columns
          .slice(0, 8)
          .map(({ name }) => name)
          .join(', ')}${file.columns.length > 8 ? ' …' : ''}`,
      });
}
