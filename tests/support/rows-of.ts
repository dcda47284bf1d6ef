import type { BadRow, GoodRow } from '../../apps/api/src/modules/intake/domain/reading/file.ts';
import type { ReadableFile } from '../../apps/api/src/modules/intake/domain/reading/open-file.ts';

/** Every row of a file, one by one. */
export async function* rowsOf({ pieces }: Pick<ReadableFile, 'pieces'>): AsyncGenerator<GoodRow | BadRow> {
  for await (const rows of pieces()) yield* rows;
}
