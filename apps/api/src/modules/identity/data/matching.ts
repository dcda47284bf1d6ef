import { copyIn, copyInBinary, copyText, type Db, type Tx } from '#platform/database';
import { type KnownRecord, type Learnt, type RecordKey } from '../domain/engine/match-one.ts';
import type { NormalRecord } from '../domain/engine/record.ts';
import type { Models } from '../domain/engine/score-blocks.ts';
import { laidOut, type ValueStatistic } from '../domain/engine/value-statistics.ts';
import type { Current } from '../domain/statement.ts';

/** A source record as a run over everybody reads it. */
export interface ReadRecord {
  id: string;
  source: string;
  current: Current;
}

/** A record as a run leaves it. */
export interface FoundRecord {
  id: string;
  number: number;
  source: string;
  record: NormalRecord;
  entity: number;
  normalisation: number;
}

const foundLine = ({ id, number, source, record, entity, normalisation }: FoundRecord): string =>
  `${id}\t${number}\t${copyText(source)}\t${record.kind === 'organisation' ? 1 : 0}\t${record.suffix}\t${copyText(JSON.stringify(record.values))}\t${entity}\t${normalisation}\n`;

function* foundLines(records: Iterable<FoundRecord>): Generator<string> {
  for (const record of records) yield foundLine(record);
}

const recordColumns = [
  'source_record_id',
  'number',
  'source',
  'kind',
  'suffix',
  '"values"',
  'entity',
  'normalisation',
];

/** A row of a key (`bigint`) and a number (`integer`) as COPY's binary format has it. */
const keyRowBytes = 22;
const rowsAtOnce = 12_000;

// Millions of small rows: the binary format spares both sides the digits.
function* keyRows(keys: Float64Array, numbers: Uint32Array): Generator<Uint8Array> {
  for (let first = 0; first < keys.length; first += rowsAtOnce) {
    const end = Math.min(keys.length, first + rowsAtOnce);
    const bytes = new Uint8Array((end - first) * keyRowBytes);
    const view = new DataView(bytes.buffer);
    for (let at = first; at < end; at += 1) {
      const here = (at - first) * keyRowBytes;
      view.setInt16(here, 2);
      view.setInt32(here + 2, 8);
      view.setUint32(here + 6, Math.floor(keys[at]! / 4_294_967_296));
      view.setUint32(here + 10, keys[at]! % 4_294_967_296);
      view.setInt32(here + 14, 4);
      view.setInt32(here + 18, numbers[at]!);
    }
    yield bytes;
  }
}

function* valueLines(values: Iterable<ValueStatistic>): Generator<string> {
  for (const { column, mark, count, share, common } of values)
    yield `${column}\t${mark}\t${count}\t${share}\t${common ? 't' : 'f'}\n`;
}

/** Puts what a run over everybody found in the place of what an earlier one found. */
export async function replaceFound(
  tx: Tx,
  found: {
    records: Iterable<FoundRecord>;
    /** Keys in about rising order, which is the fastest into an index, and whose they are. */
    keys: Float64Array;
    numbers: Uint32Array;
    values: readonly ValueStatistic[];
  },
): Promise<void> {
  await tx.query('DELETE FROM match_key');
  await tx.query('DELETE FROM match_record');
  await tx.query('DELETE FROM match_value');
  await copyIn(tx, 'match_record', recordColumns, foundLines(found.records));
  await copyInBinary(tx, 'match_key', ['key', 'number'], keyRows(found.keys, found.numbers));
  await copyIn(
    tx,
    'match_value',
    ['of_column', 'mark', 'records', 'share', 'common'],
    valueLines(found.values),
  );
}

/** Records of people without a normal form: those that came while a run looked at the others. */
export const recordsWithoutForm = (
  tx: Tx,
): Promise<(ReadRecord & { recordId: string; sourceKey: string })[]> =>
  tx.named(
    'identity-records-without-form',
    `SELECT r.id, r.id AS "recordId", s.key AS source, s.key AS "sourceKey", r.current
       FROM source_record r JOIN source s ON s.id = r.source_id LEFT JOIN match_record m ON m.source_record_id = r.id
      WHERE r.kind = 'person' AND m.source_record_id IS NULL`,
  );

/** Keeps what a run learnt. */
export async function addModel(
  tx: Tx,
  model: {
    id: string;
    normalisation: number;
    records: number;
    models: Models;
    rare: readonly number[];
    heldBecause: string | null;
    settings: object;
    report: object;
  },
): Promise<void> {
  await tx.named(
    'identity-add-match-model',
    `INSERT INTO match_model (id, made_at, normalisation, records, models, rare, active, held_because, settings, report)
     VALUES ($1, now(), $2, $3, $4::jsonb, $5::jsonb, $6, $7, $8::jsonb, $9::jsonb)`,
    [
      model.id,
      model.normalisation,
      model.records,
      JSON.stringify(model.models),
      JSON.stringify(model.rare),
      model.heldBecause === null,
      model.heldBecause,
      JSON.stringify(model.settings),
      JSON.stringify(model.report),
    ],
  );
}

/** How many entities of each size the last run that was not held had; nothing before the first. */
export async function lastHistogram(tx: Tx): Promise<number[] | null> {
  const [row] = await tx.named<{ histogram: number[] | null }>(
    'identity-last-histogram',
    `SELECT report->'histogram' AS histogram FROM match_model WHERE active ORDER BY made_at DESC, id DESC LIMIT 1`,
  );
  return row?.histogram ?? null;
}

/** Whose each record of a person is now. */
export const presentOwners = (db: Db): Promise<{ recordId: string; customerId: string }[]> =>
  db.query(
    `SELECT id AS "recordId", customer_id AS "customerId" FROM source_record WHERE kind = 'person' AND customer_id IS NOT NULL`,
  );

/** What the newest run learnt; null before the first. */
export async function newestLearnt(db: Db): Promise<(Learnt & { id: string; normalisation: number }) | null> {
  const [model] = await db.named<{ id: string; normalisation: number; models: Models; rare: number[] }>(
    'identity-newest-match-model',
    'SELECT id, normalisation, models, rare FROM match_model WHERE active ORDER BY made_at DESC, id DESC LIMIT 1',
  );
  if (!model) return null;
  const values = await db.named<ValueStatistic>(
    'identity-match-values',
    'SELECT of_column AS "column", mark, records AS count, share, common FROM match_value',
  );
  return {
    id: model.id,
    normalisation: model.normalisation,
    models: model.models,
    statistics: laidOut(model.rare, values),
  };
}

/** At most so many known records are compared with one. */
const candidatesAtMost = 300;

/**
 * Known records that share a key with one, rarest keys first. A key that more than its cap of records share says too little
 * to look at them.
 */
export async function candidatesOf(
  db: Db,
  keys: readonly RecordKey[],
): Promise<(KnownRecord & { recordId: string })[]> {
  if (keys.length === 0) return [];
  const rows = await db.named<{
    recordId: string;
    number: number;
    source: string;
    kind: number;
    suffix: number;
    values: string[][];
  }>(
    'identity-match-candidates',
    `WITH asked AS MATERIALIZED (
       SELECT found.numbers, cardinality(found.numbers) AS many
         FROM unnest($1::bigint[], $2::integer[]) AS k (key, cap)
        CROSS JOIN LATERAL (SELECT ARRAY(SELECT m.number FROM match_key m WHERE m.key = k.key LIMIT k.cap + 1) AS numbers) AS found
        WHERE cardinality(found.numbers) BETWEEN 1 AND k.cap
     ), near AS MATERIALIZED (
       SELECT number FROM asked, unnest(asked.numbers) AS number GROUP BY number ORDER BY min(asked.many), number LIMIT ${candidatesAtMost}
     )
     SELECT r.source_record_id AS "recordId", r.number, r.source, r.kind, r.suffix, r."values"
       FROM near JOIN match_record r ON r.number = near.number`,
    [keys.map(({ key }) => key), keys.map(({ cap }) => cap)],
  );
  return rows.map(({ recordId, number, source, kind, suffix, values }) => ({
    recordId,
    number,
    source,
    record: { kind: kind === 1 ? 'organisation' : 'person', suffix, values },
  }));
}
