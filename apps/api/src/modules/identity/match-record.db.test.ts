import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { ensureSource } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/index.ts';
import { writeCrowd } from '../../seed/index.ts';
import { PairScorer } from './domain/engine/cluster.ts';
import { keysOfRecord, type Learnt } from './domain/engine/match-one.ts';
import { normaliseRecord } from './domain/engine/normalise-record.ts';
import { Column, type EngineRecord } from './domain/engine/record.ts';
import { recordOfStatement, statementFields } from './domain/engine/record-of-statement.ts';
import { markOfValue } from './domain/engine/value-statistics.ts';
import { learntOf, type MatchedEverybody, matchEverybody, matchRecord } from './index.ts';
import { resolveRecords } from './resolve-records.ts';

type Row = Record<string, string>;
const count = 1_500;

/** Records of a crowd as statements of the shop, with the person behind each. */
async function crowd(): Promise<
  { said: { values: Record<string, string>; emails: string[]; phones: string[] }; who: string }[]
> {
  const folder = await mkdtemp(join(tmpdir(), 'ancora-match-'));
  await writeCrowd(folder, { records: count, seed: 77, profile: 'crm' });
  const rows: Row[] = parse(await readFile(join(folder, 'people.csv')), { columns: true });
  const truth: Row[] = parse(await readFile(join(folder, 'people-truth.csv')), { columns: true });
  await rm(folder, { recursive: true });
  return rows.map((row, at) => ({
    who: truth[at]!.person_id!,
    said: {
      values: Object.fromEntries(
        Object.entries({
          fullName: row.full_name,
          givenName: row.given_name,
          familyName: row.family_name,
          birthDate: row.birth_date,
          street: row.street,
          city: row.city,
          postcode: row.postcode,
          country: row.country,
        }).filter((pair): pair is [string, string] => Boolean(pair[1])),
      ),
      emails: [row.email!, row.email_2!].filter(Boolean),
      phones: [row.phone!, row.phone_2!].filter(Boolean),
    },
  }));
}

describe('one more record among everybody known', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let run: MatchedEverybody;
  let learnt: Learnt;
  const records: EngineRecord[] = [];
  const whose = new Map<string, string>();
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await openDatabase({
      url: fresh.appUrl,
      entities: modules.flatMap((module) => module.entities ?? []),
      poolSize: 3,
    });
    const people = await crowd();
    await database.transaction(async (tx) => {
      const source = await ensureSource(tx, 'shop', 'csv');
      for (const { said, who } of people) {
        const id = newId();
        whose.set(id, who);
        records.push(recordOfStatement(id, 'shop', said));
        await tx.named(
          'put-record',
          `INSERT INTO source_record (id, source_id, kind, source_key, created_at, current) VALUES ($1::uuid, $2, 'person', $1::uuid::text, now(), $3)`,
          [id, source.id, JSON.stringify({ at: '', ...said })],
        );
      }
    });
    run = await database.transaction((tx) => matchEverybody(tx));
    learnt = (await learntOf(database))!;
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  it('is kept with its keys, once for each record, however often everybody is looked at', async () => {
    expect(run.records).toBe(count);
    expect(run.entities).toBeLessThan(count);
    const again = await database.transaction((tx) => matchEverybody(tx));
    expect({ ...again, steps: 0, modelId: '' }).toEqual({ ...run, steps: 0, modelId: '' });
    const [rows] = await database.query<{ records: number; keys: number; values: number }>(
      'SELECT (SELECT count(*) FROM match_record) AS records, (SELECT count(*) FROM match_key) AS keys, (SELECT count(*) FROM match_value) AS values',
    );
    expect(rows).toEqual({ records: count, keys: run.keys, values: run.values });
  });

  it('weighs the same as in the run over everybody', async () => {
    const whole = await resolveRecords(records, { fields: statementFields });
    const scorer = new PairScorer(whole.table, whole.models);
    const rowOf = new Map(whole.table.ids.map((id, row) => [id, row]));
    let compared = 0;
    for (const record of records.slice(0, 60))
      for (const { recordId, bits } of await matchRecord(database, learnt, record)) {
        if (recordId === record.id) continue;
        expect(bits).toBeCloseTo(scorer.ofRows(rowOf.get(record.id)!, rowOf.get(recordId)!), 3);
        compared++;
      }
    expect(compared).toBeGreaterThan(30);
  });

  it('finds most records of the same person, and seldom takes a stranger for one', async () => {
    let [found, wanted, right, sure] = [0, 0, 0, 0];
    for (const record of records.slice(0, 250)) {
      const others = [...whose].filter(([id, who]) => id !== record.id && who === whose.get(record.id));
      const likely = await matchRecord(database, learnt, record, 0);
      wanted += others.length;
      found += others.filter(([id]) => likely.some(({ recordId }) => recordId === id)).length;
      for (const { recordId, probability } of likely) {
        if (recordId === record.id || probability < 0.99) continue;
        sure++;
        if (whose.get(recordId) === whose.get(record.id)) right++;
      }
    }
    expect(found / wanted).toBeGreaterThan(0.55);
    expect(right / sure).toBeGreaterThan(0.93);
  });

  it('is nobody known when nothing speaks for it', async () => {
    expect(await matchRecord(database, learnt, { id: 'x', source: 'shop', fields: {} })).toEqual([]);
    const stranger = {
      id: 'y',
      source: 'desk',
      fields: { full_name: ['Zebulon Quackenbush'], email: ['zq@quack.example'] },
    };
    expect(await matchRecord(database, learnt, stranger, 0)).toEqual([]);
  });

  it('has no keys of a mailbox that half the town uses', () => {
    const mailbox = 'reception.desk@town.example';
    const record = normaliseRecord(
      { id: 'z', source: 'shop', fields: { email: [mailbox, 'zoe.z@town.example'] } },
      { others: [] },
    );
    const mark = markOfValue(Column.email, mailbox);
    const often = learnt.statistics.often.map((each) => new Map(each));
    often[Column.email]!.set(mark, { column: Column.email, mark, count: 400, share: 0.2, common: true });
    const whole = keysOfRecord(record, learnt).length;
    expect(keysOfRecord(record, { ...learnt, statistics: { ...learnt.statistics, often } }).length).toBe(
      whole / 2,
    );
  });

  it('is forgotten with its source record', async () => {
    const [first] = records;
    await database.query('DELETE FROM source_record WHERE id = $1', [first!.id]);
    const likely = await matchRecord(database, learnt, first!);
    expect(likely.map(({ recordId }) => recordId)).not.toContain(first!.id);
  });
});
