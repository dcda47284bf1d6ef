import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { type PeopleWorld, peopleWorld } from '../../../../../tests/support/people-world.ts';
import { contradictionsByCustomer } from './data/read-contradictions.ts';
import { lastRuns, newsSinceRun } from './data/runs.ts';
import { normalisationVersion } from './domain/engine/normalise-record.ts';
import { identifyEverybody } from './identify-everybody.ts';
import { anythingHasCome, muchHasCome } from './look-at-everybody.ts';
import { mergeCustomers } from './merge-customers.ts';
import { separateDoubt } from './settle-doubt.ts';
import { splitRecord } from './split-record.ts';

let fresh: FreshDatabase;
let db: Database;
let people: PeopleWorld;
const rules = { follows: [] };
const actor = { kind: 'user', id: null, name: 'Sam Steward' };

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 3 });
  people = await peopleWorld(db);
  for (let n = 0; n < 40; n += 1)
    await people.tellOne('hubspot', {
      key: `c${n}`,
      emails: [`person${n}@mail${n}.ro`],
      phones: [`+40721${String(n * 7919).padStart(6, '0')}`],
      profile: { fullName: `${given[n % given.length]} ${family[n % family.length]}`, city: 'Iași' },
    });
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});
const given = ['Ada', 'Ion', 'Maria', 'Zoe', 'Radu', 'Ana', 'Dan'];
const family = ['Byron', 'Pop', 'Rus', 'Baciu', 'Stan', 'Enache', 'Ilie', 'Dobre', 'Luca'];
const ownerOf = async (key: string): Promise<string> =>
  (
    await db.query<{ id: string }>('SELECT customer_id AS id FROM source_record WHERE source_key = $1', [key])
  )[0]!.id;
const recordOf = async (key: string): Promise<string> =>
  (await db.query<{ id: string }>('SELECT id FROM source_record WHERE source_key = $1', [key]))[0]!.id;

describe('A run over everybody', () => {
  it('leaves two whom a person joined together, and two whom a person parted apart', async () => {
    await db.transaction((tx) =>
      ownersOf('c1', 'c2').then(([survivorId, otherId]) =>
        mergeCustomers(tx, { survivorId: survivorId!, otherId: otherId!, actor }, rules),
      ),
    );
    const double = await people.tellOne('zendesk', {
      key: 'u3',
      emails: ['person3@mail3.ro'],
      profile: { fullName: `${given[3]} ${family[3]}` },
    });
    expect(double.customerId).toBe(await ownerOf('c3'));
    await db.transaction((tx) => splitRecord(tx, double.sourceRecordId!, actor, null, rules));
    const run = await identifyEverybody(db, rules);
    expect(run).toMatchObject({ heldBecause: null });
    expect(await ownerOf('c1')).toBe(await ownerOf('c2'));
    expect(await ownerOf('u3')).not.toBe(await ownerOf('c3'));
    await identifyEverybody(db, rules);
    expect(await ownerOf('c1')).toBe(await ownerOf('c2'));
    expect(await ownerOf('u3')).not.toBe(await ownerOf('c3'));
  });

  it('is remembered with what it came to', async () => {
    const [run] = await lastRuns(db, 1);
    expect(run).toMatchObject({ active: true, heldBecause: null, records: 41 });
    expect(run!.report).toMatchObject({ agreement: 1, doubts: 0, linked: 0, split: 0 });
  });

  it('learns from the cases that people settle', async () => {
    const both = { emails: ['familia@pop.ro'], phones: ['+40744111222'] };
    await people.tellOne('hubspot', { key: 'f1', ...both, profile: { fullName: 'Vasile Pop' } });
    const unsure = await people.tellOne('zendesk', {
      key: 'f2',
      ...both,
      profile: { fullName: 'Elena Pop' },
    });
    expect(unsure.outcome).toBe('unsure');
    const [doubt] = await db.query<{ id: string }>(`SELECT id FROM doubt WHERE source_record_id = $1`, [
      unsure.sourceRecordId,
    ]);
    await db.transaction((tx) => separateDoubt(tx, doubt!.id, actor));
    expect(await newsSinceRun(db)).toMatchObject({ decided: 1, fresh: 2 });
    const run = await identifyEverybody(db, rules);
    expect(run.taught).toMatchObject({ same: 0, different: 1 });
    expect(await newsSinceRun(db)).toMatchObject({ decided: 0, fresh: 0 });
  });

  it('weighs open cases anew, so that a case and its explanation say one number', async () => {
    await people.tellOne('hubspot', {
      key: 'g1',
      emails: ['both@x.ro'],
      phones: ['+40744333444'],
      profile: { fullName: 'Petru Luca' },
    });
    const unsure = await people.tellOne('zendesk', {
      key: 'g2',
      emails: ['both@x.ro'],
      phones: ['+40744333444'],
      profile: { fullName: 'Ilinca Luca' },
    });
    expect(unsure.outcome).toBe('unsure');
    await db.query('UPDATE doubt SET probability = 0.77 WHERE source_record_id = $1', [
      unsure.sourceRecordId,
    ]);
    await identifyEverybody(db, rules);
    const { explanationsOfPairs, pairOf } = await import('./explain-records.ts');
    const [explained] = await explanationsOfPairs(db, [pairOf(await recordOf('g2'), await recordOf('g1'))]);
    const [doubt] = await db.query<{ probability: number }>(
      'SELECT probability FROM doubt WHERE source_record_id = $1',
      [unsure.sourceRecordId],
    );
    expect(doubt!.probability).toBeCloseTo(explained!.probability, 4);
  });

  it('is held when many records would go to other customers, changes nothing, and is published by whoever has seen why', async () => {
    const before = await partition();
    // As if a wrong file had been read: everybody is torn off from what they were joined to by hand.
    for (let n = 0; n < 30; n += 1)
      await db.query(
        `UPDATE source_record SET customer_id = (SELECT customer_id FROM source_record WHERE source_key = $1) WHERE source_key = $2`,
        [`c${n - (n % 2)}`, `c${n + 4 < 40 ? n + 4 : n}`],
      );
    const torn = await partition();
    expect(torn).not.toEqual(before);
    const held = await identifyEverybody(db, rules);
    expect(held.heldBecause).toMatch(/would go to other customers/);
    expect(await partition()).toEqual(torn);
    expect((await lastRuns(db, 1))[0]).toMatchObject({
      active: false,
      report: { held: { code: 'MANY_MOVES', of: expect.any(Number), figure: expect.any(Number) } },
    });
    const published = await identifyEverybody(db, rules, { publish: true });
    expect(published.heldBecause).toBeNull();
    expect(published.split).toBeGreaterThan(10);
  });

  it('says which customers contradict themselves, with figures, and forgets it when they are parted', async () => {
    const [kept, other] = ['k1', 'k2'];
    for (const [key, fullName, birthDate] of [
      [kept, 'Horia Nistor', '1980-01-02'],
      [other, 'Sanda Nistor', '1991-05-06'],
    ])
      await people.tellOne('hubspot', {
        key: key!,
        emails: [`${key}@nistor.ro`],
        profile: { fullName: fullName!, birthDate: birthDate! },
      });
    const [survivorId, otherId] = (await ownersOf(kept, other)) as [string, string];
    const merged = await db.transaction((tx) => mergeCustomers(tx, { survivorId, otherId, actor }, rules));
    expect(merged.ok).toBe(true);
    const run = await identifyEverybody(db, rules, { publish: true });
    const found = [
      { code: 'birth-dates', figure: 2 },
      { code: 'names', figure: 2 },
    ];
    expect(run.contradicted).toContainEqual({ customerId: survivorId, found });
    expect(run.contradictions!.customers).toBeGreaterThanOrEqual(1);
    expect(await contradictionsByCustomer(db, [await ownerOf('c5'), survivorId])).toEqual([[], found]);
    await db.transaction(async (tx) => splitRecord(tx, await recordOf(other), actor, null, rules));
    const after = await identifyEverybody(db, rules, { publish: true });
    expect(after.contradicted.map(({ customerId }) => customerId)).not.toContain(survivorId);
    expect(await contradictionsByCustomer(db, [survivorId])).toEqual([[]]);
  });

  it('comes in the night after an upgrade that reads people anew: until then they are found as they were kept, afterwards as they are read now', async () => {
    await identifyEverybody(db, rules, { publish: true });
    expect(await anythingHasCome(db)).toBe(false);
    const forms = () =>
      db.query<{ normalisation: number }>('SELECT DISTINCT normalisation FROM match_record');
    await db.query(`UPDATE match_record SET normalisation = normalisation - 1, "values" = '[]'`);
    await db.query('UPDATE match_model SET normalisation = normalisation - 1');
    expect(await anythingHasCome(db)).toBe(true);
    const [before] = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM customer');
    // Known by a name and a mailbox of theirs, from a system that never told of them.
    for (const n of [11, 12])
      expect(
        await people.tellOne('mailchimp', {
          key: `m${n}`,
          emails: [`person${n}@mail${n}.ro`],
          profile: { fullName: `${given[n % given.length]} ${family[n % family.length]}`, city: 'Iași' },
        }),
      ).toMatchObject({ customerId: await ownerOf(`c${n}`), outcome: 'linked' });
    expect((await db.query<{ n: number }>('SELECT count(*)::int AS n FROM customer'))[0]).toEqual(before);
    expect((await identifyEverybody(db, rules)).heldBecause).toBeNull();
    expect(await forms()).toEqual([{ normalisation: normalisationVersion }]);
    expect(await anythingHasCome(db)).toBe(false);
  });

  it('comes by itself when much came, and not before', async () => {
    expect(await muchHasCome(db)).toBe(false);
  });
});

const partition = async (): Promise<string[]> =>
  (
    await db.query<{ line: string }>(
      `SELECT string_agg(source_key, ' ' ORDER BY source_key) AS line FROM source_record GROUP BY customer_id ORDER BY 1`,
    )
  ).map(({ line }) => line);
const ownersOf = (...keys: string[]): Promise<string[]> => Promise.all(keys.map(ownerOf));
