import { type Db, type Tx, write } from '#platform/database';
import type { Learnt } from '../domain/engine/match-one.ts';
import { normalisationVersion } from '../domain/engine/normalise-record.ts';
import { priorLearnt } from '../domain/engine/prior-learnt.ts';
import type { NormalRecord } from '../domain/engine/record.ts';
import { newestLearnt } from './matching.ts';

/** What the last run over everybody learnt, and under which id; no id while it is the shipped prior. */
export interface Knowledge {
  id: string | null;
  learnt: Learnt;
}

// What a run learnt never changes, so it is read once for each process; the last two, for a house that has just run.
const held = new Map<string, Learnt>();
const prior: Knowledge = { id: null, learnt: priorLearnt() };

/** What to compare with now: one small statement, and the rest only when a new run has been. */
export async function knowledgeOf(db: Db): Promise<Knowledge> {
  const [newest] = await db.named<{ id: string }>(
    'identity-newest-match-id',
    'SELECT id FROM match_model WHERE active ORDER BY made_at DESC, id DESC LIMIT 1',
  );
  if (!newest) return prior;
  const known = held.get(newest.id);
  if (known) return { id: newest.id, learnt: known };
  const learnt = await newestLearnt(db);
  if (!learnt) return prior;
  if (held.size > 1) held.delete(held.keys().next().value!);
  held.set(learnt.id, learnt);
  return { id: learnt.id, learnt };
}

/** A key that is asked for, by which of the things told, and how many may share it before it says too little. */
export interface AskedKey {
  asker: number;
  key: number;
  cap: number;
  /** Whoever shares it has the same mailbox, id or page: worth a look, whatever else they say. */
  identifies: boolean;
}

// OFFSET keeps PostgreSQL from writing the inner question wherever its answer is named, and asking it twice; and from walking tables that it
// believes to be empty, where a key would do. Each of a set has namesakes anywhere in a large house: they are looked up by rising number and customer,
// which is as they came and as they lie, so that neighbours are met in the same pages.
const nearest = `WITH asked AS MATERIALIZED (
       SELECT k.asker, k.key, k.cap, k.identifies, found.numbers
         FROM unnest($1::integer[], $2::bigint[], $3::integer[], $4::boolean[]) AS k (asker, key, cap, identifies)
        CROSS JOIN LATERAL (SELECT ARRAY(SELECT m.number FROM match_key m WHERE m.key = k.key LIMIT k.cap + 1) AS numbers OFFSET 0) AS found
        WHERE cardinality(found.numbers) > 0
     ), ranked AS (
       SELECT a.asker, r.customer_id, count(DISTINCT a.key) AS shared, bool_or(a.identifies) AS identified,
              row_number() OVER (PARTITION BY a.asker ORDER BY count(DISTINCT a.key) DESC, r.customer_id) AS place
         FROM (SELECT a.asker, a.key, a.identifies, n.number FROM asked a CROSS JOIN LATERAL unnest(a.numbers) AS n (number)
                WHERE cardinality(a.numbers) <= a.cap ORDER BY n.number OFFSET 0) a
        CROSS JOIN LATERAL (SELECT m.source_record_id AS id FROM match_record m WHERE m.number = a.number OFFSET 0) m
        CROSS JOIN LATERAL (SELECT r.customer_id FROM source_record r WHERE r.id = m.id OFFSET 0) r
        WHERE r.customer_id IS NOT NULL
        GROUP BY a.asker, r.customer_id
     ), near AS MATERIALIZED (
       SELECT asker, customer_id, shared, identified FROM ranked WHERE place <= $5
     )`;

const askedLists = (asked: readonly AskedKey[]): unknown[] => [
  asked.map(({ asker }) => asker),
  asked.map(({ key }) => key),
  asked.map(({ cap }) => cap),
  asked.map(({ identifies }) => identifies),
];

/** Customers who share most keys with each asker, at most `most` for each. */
export async function customersNear(
  db: Db,
  asked: readonly AskedKey[],
  most: number,
): Promise<{ asker: number; customerId: string }[]> {
  if (asked.length === 0) return [];
  return db.named<{ asker: number; customerId: string }>(
    'identity-customers-near',
    `${nearest} SELECT asker, customer_id AS "customerId" FROM near`,
    [...askedLists(asked), most],
  );
}

/** A record of a customer who shares keys with askers, in the form in which it is compared; no form where none is kept that is made as today, or where the customer is worth a look anyway. */
export interface NearRecord {
  customerId: string;
  /** With whom the customer shares keys, and how many. */
  askers: { asker: number; shared: number }[];
  form: { source: string; record: NormalRecord } | null;
}

/** The same customers with all their records, as they are compared; and the keys that too many share. */
export async function recordsNear(
  db: Db,
  asked: readonly AskedKey[],
  most: number,
): Promise<{ records: NearRecord[]; tooMany: number[] }> {
  if (asked.length === 0) return { records: [], tooMany: [] };
  const rows = await db.named<{
    customerId: string | null;
    askers: string;
    source: string | null;
    kind: number;
    suffix: number;
    values: string[][];
    key: number | null;
  }>(
    'identity-records-near',
    `${nearest}, met AS MATERIALIZED (
       SELECT customer_id, string_agg(asker || ' ' || shared, ' ') AS askers, bool_or(identified) AS identified
         FROM near GROUP BY customer_id ORDER BY customer_id
     )
     SELECT n.customer_id AS "customerId", n.askers, m.source, m.kind, m.suffix, m."values", NULL::bigint AS key
       FROM met n
      CROSS JOIN LATERAL (SELECT r.id, r.kind FROM source_record r WHERE r.customer_id = n.customer_id OFFSET 0) r
       LEFT JOIN LATERAL (SELECT m.source, m.kind, m.suffix, m."values", m.normalisation FROM match_record m
                           WHERE m.source_record_id = r.id OFFSET 0) m ON m.normalisation = $6
      WHERE r.kind = 'person' AND NOT n.identified
     UNION ALL
     SELECT customer_id, askers, NULL, NULL::smallint, NULL::smallint, NULL::json, NULL FROM met WHERE identified
     UNION ALL
     SELECT NULL::uuid, NULL, NULL, NULL::smallint, NULL::smallint, NULL::json, key FROM asked WHERE cardinality(numbers) > cap GROUP BY key`,
    [...askedLists(asked), most, normalisationVersion],
  );
  const records: NearRecord[] = [];
  const tooMany: number[] = [];
  for (const { customerId, askers, source, kind, suffix, values, key } of rows)
    if (customerId === null) tooMany.push(key!);
    else
      records.push({
        customerId,
        askers: pairsOf(askers),
        form:
          source === null
            ? null
            : { source, record: { kind: kind === 1 ? 'organisation' : 'person', suffix, values } },
      });
  return { records, tooMany };
}

function pairsOf(askers: string): NearRecord['askers'] {
  const numbers = askers.split(' ');
  const pairs: NearRecord['askers'] = [];
  for (let at = 0; at < numbers.length; at += 2)
    pairs.push({ asker: Number(numbers[at]), shared: Number(numbers[at + 1]) });
  return pairs;
}

/** A record to be found again, and by which keys. */
export interface FindableRecord {
  recordId: string;
  source: string;
  record: NormalRecord;
  keys: readonly number[];
}

const formLists = (records: readonly FindableRecord[]): unknown[] => [
  records.map(({ recordId }) => recordId),
  records.map(({ source }) => source),
  records.map(({ record }) => (record.kind === 'organisation' ? 1 : 0)),
  records.map(({ record }) => record.suffix),
  records.map(({ record }) => JSON.stringify(record.values)),
];

/** Keeps the normal forms and keys of records that nobody has seen before: nothing is there to be replaced. */
export async function makeFindable(
  tx: Tx,
  records: readonly FindableRecord[],
  normalisation: number,
): Promise<void> {
  if (records.length === 0) return;
  await write(
    tx,
    'identity-make-findable',
    `WITH n AS MATERIALIZED (
       SELECT n.*, nextval('match_number')::integer AS number
         FROM unnest($1::uuid[], $2::text[], $3::smallint[], $4::smallint[], $5::json[]) WITH ORDINALITY AS n (id, source, kind, suffix, form, place)
     ), put AS (
       INSERT INTO match_record (source_record_id, number, source, kind, suffix, "values", normalisation)
       SELECT id, number, source, kind, suffix, form, $6 FROM n
     )
     INSERT INTO match_key (key, number)
     SELECT k.key, n.number FROM unnest($7::bigint[], $8::integer[]) AS k (key, place) JOIN n ON n.place = k.place ORDER BY k.key`,
    [
      ...formLists(records),
      normalisation,
      records.flatMap(({ keys }) => keys),
      records.flatMap(({ keys }, place) => keys.map(() => place + 1)),
    ],
  );
}

/** The same for records that may have been seen before, with one statement: of those that changed, what they had before goes. */
export function keepFindable(tx: Tx, records: readonly FindableRecord[], normalisation: number): void {
  if (records.length === 0) return;
  const keyed = records.flatMap(({ recordId, keys }) => keys.map((key) => ({ recordId, key })));
  tx.later(
    'identity-keep-findable',
    `WITH put AS (
       INSERT INTO match_record AS m (source_record_id, source, kind, suffix, "values", normalisation)
       SELECT n.id, n.source, n.kind, n.suffix, n.form::json, $6
         FROM unnest($1::uuid[], $2::text[], $3::smallint[], $4::smallint[], $5::text[]) AS n (id, source, kind, suffix, form)
       ON CONFLICT (source_record_id) DO UPDATE SET suffix = excluded.suffix, "values" = excluded."values",
         normalisation = excluded.normalisation, entity = NULL
        WHERE m."values"::text <> excluded."values"::text OR m.suffix <> excluded.suffix OR m.normalisation <> excluded.normalisation
       RETURNING source_record_id, number
     ), wanted AS (
       SELECT DISTINCT k.key, put.number FROM unnest($7::uuid[], $8::bigint[]) AS k (record, key) JOIN put ON put.source_record_id = k.record
     ), gone AS (
       DELETE FROM match_key o USING put WHERE o.number = put.number AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.key = o.key AND w.number = o.number)
     )
     INSERT INTO match_key (key, number) SELECT key, number FROM wanted ON CONFLICT DO NOTHING`,
    [
      ...formLists(records),
      normalisation,
      keyed.map(({ recordId }) => recordId),
      keyed.map(({ key }) => key),
    ],
  );
}
