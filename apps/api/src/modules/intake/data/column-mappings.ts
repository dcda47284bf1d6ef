import type { Db } from '#platform/database';
import type { FileReading } from '../domain/import.ts';

/** What is remembered of a header for the next file that has it. */
export interface RememberedReading {
  format: string;
  sourceKey: string | null;
  reading: Pick<FileReading, 'dateOrder' | 'decimal' | 'timeZone' | 'phoneCountry' | 'currency' | 'mapping'>;
}

/** What was decided for files with this header, or `null`. */
export async function rememberedReading(db: Db, headerHash: string): Promise<RememberedReading | null> {
  const rows = await db.named<{ reading: RememberedReading }>(
    'remembered-reading',
    'SELECT reading FROM column_mapping WHERE header_hash = $1',
    [headerHash],
  );
  return rows[0]?.reading ?? null;
}

/** Remembers what a person decided for a header. */
export async function rememberReading(
  db: Db,
  headerHash: string,
  name: string,
  reading: RememberedReading,
): Promise<void> {
  await db.named(
    'remember-reading',
    `INSERT INTO column_mapping (header_hash, name, reading) VALUES ($1, $2, $3)
     ON CONFLICT (header_hash) DO UPDATE SET name = excluded.name, reading = excluded.reading, updated_at = now()`,
    [headerHash, name, JSON.stringify(reading)],
  );
}
