import type { Source } from '#modules/sources';
import type { Db } from '#platform/database';
import type { Identifier } from '../domain/identifiers.ts';
import type { Current } from '../domain/statement.ts';
import { isLinked } from './links.ts';

/** A source record of a person as it is stored. */
export interface StoredRecord {
  recordId: string;
  sourceId: string;
  sourceKey: string;
  sourceName: string;
  sourceSystem: string;
  key: string;
  customerId: string;
  createdAt: string;
  current: Current;
}

const columns = `r.id AS "recordId", r.source_id AS "sourceId", s.key AS "sourceKey", s.name AS "sourceName", s.system AS "sourceSystem",
  r.source_key AS key, r.customer_id AS "customerId", r.created_at AS "createdAt", r.current`;

const inWords = <Row extends StoredRecord>(rows: Row[]): Row[] => {
  for (const row of rows) row.createdAt = (row.createdAt as unknown as Date).toISOString();
  return rows;
};

/** Where records come from whose source is known: it need not be told with each of them. */
export type TheirSource = Pick<Source, 'id' | 'key' | 'name' | 'system'>;

interface OwnRow {
  recordId: string;
  key: string;
  customerId: string;
  createdAt: Date;
  current: Current;
}

const ownColumns = `r.id AS "recordId", r.source_key AS key, r.customer_id AS "customerId", r.created_at AS "createdAt", r.current`;

const ofSource = (source: TheirSource, row: OwnRow): StoredRecord => ({
  recordId: row.recordId,
  sourceId: source.id,
  sourceKey: source.key,
  sourceName: source.name,
  sourceSystem: source.system,
  key: row.key,
  customerId: row.customerId,
  createdAt: row.createdAt.toISOString(),
  current: row.current,
});

/** Records of people of one source, by their keys. */
export async function recordsByKey(
  db: Db,
  source: TheirSource,
  keys: readonly string[],
): Promise<StoredRecord[]> {
  if (keys.length === 0) return [];
  const rows = await db.named<OwnRow>(
    'identity-records-by-key',
    `SELECT ${ownColumns} FROM source_record r WHERE r.source_id = $1 AND r.kind = 'person' AND r.source_key = ANY($2::text[])`,
    [source.id, keys],
  );
  return rows.map((row) => ofSource(source, row));
}

/** Somebody who has an identifier, and what they are called. */
export interface Holder {
  kind: string;
  value: string;
  customerId: string;
  name: string;
}

/**
 * Who has these identifiers: the records of one source, at most 20 for each identifier, and the customers, at most `most` for each. Both in one
 * question, since both are found by the same records.
 */
export async function whoHas(
  db: Db,
  source: TheirSource,
  identifiers: readonly Identifier[],
  most: number,
): Promise<{ owned: StoredRecord[]; holders: Holder[] }> {
  if (identifiers.length === 0) return { owned: [], holders: [] };
  const rows = await db.named<
    (OwnRow | { recordId: null; customerId: string }) & { place: number; name: string }
  >(
    'identity-who-has',
    `WITH found AS MATERIALIZED (
       SELECT asked.place, r.id, r.customer_id, r.source_key, r.source_id = $1 AND r.kind = 'person' AS own
         FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS asked(kind, value, place)
        CROSS JOIN LATERAL (SELECT i.source_record_id, i.weak FROM identifier i WHERE i.kind = asked.kind AND i.value = asked.value OFFSET 0) i
        CROSS JOIN LATERAL (SELECT r.id, r.source_id, r.kind, r.customer_id, r.source_key FROM source_record r WHERE r.id = i.source_record_id OFFSET 0) r
        WHERE NOT i.weak
     ), held AS (
       SELECT place, customer_id, row_number() OVER (PARTITION BY place) AS nth
         FROM (SELECT DISTINCT place, customer_id FROM found WHERE customer_id IS NOT NULL) each
     ), owned AS (
       SELECT place, id, row_number() OVER (PARTITION BY place ORDER BY source_key) AS nth FROM found WHERE own
     )
     SELECT h.place::integer, c.display_name AS name, NULL::uuid AS "recordId", NULL AS key, h.customer_id AS "customerId",
            NULL::timestamptz AS "createdAt", NULL::json AS current
       FROM held h CROSS JOIN LATERAL (SELECT c.display_name FROM customer c WHERE c.id = h.customer_id OFFSET 0) c WHERE h.nth <= $4
     UNION ALL
     SELECT o.place::integer, NULL, ${ownColumns}
       FROM owned o CROSS JOIN LATERAL (SELECT * FROM source_record r WHERE r.id = o.id OFFSET 0) r WHERE o.nth <= 20`,
    [source.id, identifiers.map(({ kind }) => kind), identifiers.map(({ value }) => value), most],
  );
  const owned: StoredRecord[] = [];
  const holders: Holder[] = [];
  for (const row of rows)
    if (row.recordId !== null) owned.push(ofSource(source, row));
    else {
      const { kind, value } = identifiers[row.place - 1]!;
      holders.push({ kind, value, customerId: row.customerId, name: row.name });
    }
  return { owned, holders };
}

/** Who has these identifiers, and what they are called: at most `most` customers for each. */
export async function holdersOf(db: Db, identifiers: readonly Identifier[], most: number): Promise<Holder[]> {
  if (identifiers.length === 0) return [];
  return db.named(
    'identity-holders',
    `SELECT asked.kind, asked.value, held.customer_id AS "customerId", c.display_name AS name
       FROM unnest($1::text[], $2::text[]) AS asked(kind, value)
      CROSS JOIN LATERAL (
        SELECT DISTINCT r.customer_id
          FROM (SELECT i.source_record_id, i.weak FROM identifier i WHERE i.kind = asked.kind AND i.value = asked.value OFFSET 0) i
         CROSS JOIN LATERAL (SELECT r.customer_id FROM source_record r WHERE r.id = i.source_record_id OFFSET 0) r
         WHERE NOT i.weak AND r.customer_id IS NOT NULL
         LIMIT $3
      ) held
      CROSS JOIN LATERAL (SELECT c.display_name FROM customer c WHERE c.id = held.customer_id OFFSET 0) c`,
    [identifiers.map(({ kind }) => kind), identifiers.map(({ value }) => value), most],
  );
}

/** Every record of these customers. */
export async function recordsOfCustomers(db: Db, customerIds: readonly string[]): Promise<StoredRecord[]> {
  if (customerIds.length === 0) return [];
  return inWords(
    await db.named<StoredRecord>(
      'identity-records-of-customers',
      `SELECT ${columns} FROM source_record r JOIN source s ON s.id = r.source_id
        WHERE r.customer_id = ANY($1::uuid[]) AND r.kind = 'person'`,
      [customerIds],
    ),
  );
}

const besideKeysSql = `WITH theirs AS MATERIALIZED (
         SELECT DISTINCT customer_id FROM source_record WHERE source_id = $1 AND kind = 'person' AND source_key = ANY($2::text[]))
       SELECT ${columns}, ${isLinked} AS "isLinked" FROM theirs CROSS JOIN LATERAL (
         SELECT * FROM source_record r WHERE r.customer_id = theirs.customer_id AND r.kind = 'person' OFFSET 0) r
         JOIN source s ON s.id = r.source_id`;

/** A record, and whether anything has been said or asked of it and another one. */
export type LinkedRecord = StoredRecord & { isLinked: boolean };

/**
 * Every record of the customers who have one under these keys of a source: for whoever has hardly any keys and nearly always asks of all of them
 * next, and is spared the second question.
 */
export async function recordsBesideKeys(
  db: Db,
  source: TheirSource,
  keys: readonly string[],
): Promise<LinkedRecord[]> {
  if (keys.length === 0) return [];
  return inWords(
    await db.named<LinkedRecord>('identity-records-beside-keys', besideKeysSql, [source.id, keys]),
  );
}

/** Which records a person has said to be somebody else than these. */
export async function keptApart(db: Db, recordIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const apart = new Map<string, Set<string>>();
  if (recordIds.length === 0) return apart;
  const pairs = await db.named<{ a: string; b: string }>(
    'identity-kept-apart',
    `SELECT record_a AS a, record_b AS b FROM cannot_link WHERE record_a = ANY($1::uuid[]) OR record_b = ANY($1::uuid[])`,
    [recordIds],
  );
  for (const { a, b } of pairs) {
    apart.set(a, (apart.get(a) ?? new Set()).add(b));
    apart.set(b, (apart.get(b) ?? new Set()).add(a));
  }
  return apart;
}

/** Since when each of these records is known. */
export const recordsSince = (
  db: Db,
  recordIds: readonly string[],
): Promise<{ recordId: string; createdAt: Date }[]> =>
  db.named(
    'identity-records-since',
    'SELECT id AS "recordId", created_at AS "createdAt" FROM source_record WHERE id = ANY($1::uuid[]) ORDER BY id',
    [recordIds],
  );

/** Records of people by id, in no order. */
export async function storedRecordsById(db: Db, recordIds: readonly string[]): Promise<StoredRecord[]> {
  if (recordIds.length === 0) return [];
  return inWords(
    await db.named<StoredRecord>(
      'identity-stored-records',
      `SELECT ${columns} FROM source_record r JOIN source s ON s.id = r.source_id WHERE r.id = ANY($1::uuid[]) AND r.kind = 'person'`,
      [recordIds],
    ),
  );
}
