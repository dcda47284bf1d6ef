import type { Db } from '#platform/database';
import type { Source } from '../domain/source.ts';

const columns = `id, key, name, system, phone_country AS "phoneCountry", time_zone AS "timeZone", currency`;

/** Sources by id, in the order asked; nobody is `null`. */
export async function sourcesById(db: Db, ids: readonly string[]): Promise<(Source | null)[]> {
  const rows = await db.named<Source>(
    'sources-by-id',
    `SELECT ${columns} FROM source WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** The source with this key, or `null`. */
export async function sourceByKey(db: Db, key: string): Promise<Source | null> {
  const rows = await db.named<Source>('source-by-key', `SELECT ${columns} FROM source WHERE key = $1`, [key]);
  return rows[0] ?? null;
}

/** Every source, by name. There are few: one for each system that tells us things. */
export const allSources = (db: Db): Promise<Source[]> =>
  db.named<Source>('all-sources', `SELECT ${columns} FROM source ORDER BY name, key`);

/** Writes a source that is new; one with the same key stays as it is. */
export async function insertSource(db: Db, source: Source): Promise<void> {
  await db.named(
    'insert-source',
    `INSERT INTO source (id, key, name, system, phone_country, time_zone, currency) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (key) DO NOTHING`,
    valuesOf(source),
  );
}

/** Writes what is known of a source anew; its key stays. */
export async function updateSource(db: Db, source: Source): Promise<void> {
  await db.named(
    'update-source',
    `UPDATE source SET name = $3, system = $4, phone_country = $5, time_zone = $6, currency = $7 WHERE id = $1 AND key = $2`,
    valuesOf(source),
  );
}

const valuesOf = ({ id, key, name, system, phoneCountry, timeZone, currency }: Source): unknown[] => [
  id,
  key,
  name,
  system,
  phoneCountry,
  timeZone,
  currency,
];
