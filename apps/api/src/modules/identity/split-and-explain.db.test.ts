import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { type PeopleWorld, peopleWorld } from '../../../../../tests/support/people-world.ts';
import { modules } from '../../app/index.ts';
import { cohesionsOf, explanationsOfPairs, neighboursOf, pairOf, strongestLinks } from './explain-records.ts';
import { unmergeCustomer } from './index.ts';
import { linkSafeDoubts, safeDoubts, undoSafeLinks } from './link-safe-doubts.ts';
import { separateRecords, splitRecord } from './split-record.ts';

let fresh: FreshDatabase;
let db: Database;
let people: PeopleWorld;
const rules = { follows: [] };
const actor = { kind: 'user' as const, id: null as unknown as string, name: 'Maria of support' };

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap((module) => module.entities ?? []),
  });
  people = await peopleWorld(db);
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});
beforeEach(async () => {
  await db.query('DELETE FROM match_key');
});

const ada = {
  fullName: 'Ada Lovington',
  birthDate: '1975-12-10',
  street: 'Strada Florilor 12',
  city: 'Cluj',
};
const told = (source: string, key: string, profile: object, more: object = {}) =>
  people.tellOne(source, { key, profile, ...more });
const ownerOf = async (recordId: string): Promise<string> =>
  (
    await db.query<{ id: string }>('SELECT customer_id AS id FROM source_record WHERE id = $1', [recordId])
  )[0]!.id;

describe('Somebody without a common mailbox or phone', () => {
  it('is found by name, day of birth and address together', async () => {
    const first = await told('hubspot', 'c1', ada, { emails: ['ada@one.ro'] });
    const second = await told(
      'zendesk',
      'u1',
      { ...ada, street: 'Str. Florilor nr. 12' },
      { emails: ['ada.l@two.ro'] },
    );
    expect(second.customerId).toBe(first.customerId);
    const [why] = await strongestLinks(db, [second.sourceRecordId!]);
    expect(why!.otherRecordId).toBe(first.sourceRecordId);
    expect(why!.outcome).toBe('automatic');
    expect(why!.prior + why!.lines.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(why!.bits, 6);
    expect(why!.lines.find(({ feature }) => feature === 'birth')).toMatchObject({
      level: 'same',
      left: ['1975-12-10'],
      right: ['1975-12-10'],
    });
  });

  it('is not the person of the same name and town, and no case for anybody', async () => {
    await told('hubspot', 'c2', { fullName: 'Ion Vasilescu', city: 'Iasi' }, { emails: ['ion@one.ro'] });
    const other = await told(
      'zendesk',
      'u2',
      { fullName: 'Ion Vasilescu', city: 'Iasi' },
      { emails: ['iv@two.ro'] },
    );
    expect(other.outcome).toBe('created');
  });
});

describe('Two brothers at one address', () => {
  it('are a household, and two people', async () => {
    const home = { familyName: 'Cernatescu', street: 'Strada Lunga 7', postcode: '500001', city: 'Brasov' };
    const one = await told(
      'hubspot',
      'b1',
      { ...home, givenName: 'Mihai', birthDate: '1990-03-01' },
      { phones: ['+40722111001'] },
    );
    const two = await told(
      'zendesk',
      'b2',
      { ...home, givenName: 'Tudor', birthDate: '1993-08-21' },
      { phones: ['+40722111001'] },
    );
    expect(two.customerId).not.toBe(one.customerId);
    const [near] = await neighboursOf(db, [one.customerId!]);
    const brother = near!.find(({ customerId }) => customerId === two.customerId)!;
    expect(brother.related).toBeGreaterThan(0.5);
    expect(brother.probability).toBeLessThan(0.1);
    expect(brother.shared.map(({ feature }) => feature)).toEqual(
      expect.arrayContaining(['family', 'phone', 'street']),
    );
  });
});

describe('Whoever is near to somebody', () => {
  it('is near to them however many others are asked for at once', async () => {
    const homes = [
      { familyName: 'Zamfirescu', street: 'Strada Noua 31', postcode: '300001', city: 'Timisoara' },
      { familyName: 'Bellini', street: 'Via Larga 1', postcode: '20122', city: 'Milano' },
    ];
    const names = [
      ['Horia', 'Sorin'],
      ['Chiara', 'Paolo'],
    ];
    const everybody: string[] = [];
    for (const [nth, home] of homes.entries())
      for (const givenName of names[nth]!) {
        const who = await told(
          'hubspot',
          givenName,
          { ...home, givenName },
          { phones: [`+4073344550${nth}`] },
        );
        everybody.push(who.customerId!);
      }
    const together = await neighboursOf(db, everybody);
    const alone = await Promise.all(everybody.map(async (id) => (await neighboursOf(db, [id]))[0]));
    expect(together).toEqual(alone);
    expect(together.map((near) => near.length)).toEqual([1, 1, 1, 1]);
  });
});

describe('A record that was joined wrongly', () => {
  it('is split off, kept apart, and put back when that is undone', async () => {
    const one = await told('hubspot', 's1', { fullName: 'Elena Marinescu' }, { emails: ['elena@m.ro'] });
    const two = await told('zendesk', 's2', { fullName: 'Elena Marinescu' }, { emails: ['elena@m.ro'] });
    expect(two.customerId).toBe(one.customerId);
    const [whole] = await cohesionsOf(db, [one.customerId!]);
    expect(whole!.links).toHaveLength(1);
    expect(whole!.without).toEqual([[one.sourceRecordId], [two.sourceRecordId]].sort());
    const split = await db.transaction((tx) => splitRecord(tx, two.sourceRecordId!, actor, 'not her', rules));
    if (!split.ok) throw new Error(split.refusal.code);
    const alone = await ownerOf(two.sourceRecordId!);
    expect(alone).toBe(split.value.customerIds[1]);
    expect(alone).not.toBe(one.customerId);
    const [pair] = await explanationsOfPairs(db, [pairOf(two.sourceRecordId!, one.sourceRecordId!)]);
    expect(pair!.keptApart).toBe(true);
    const undone = await db.transaction((tx) =>
      unmergeCustomer(tx, split.value.decisionId, actor, null, rules),
    );
    expect(undone.ok).toBe(true);
    expect(await ownerOf(two.sourceRecordId!)).toBe(one.customerId);
    const [again] = await explanationsOfPairs(db, [pairOf(two.sourceRecordId!, one.sourceRecordId!)]);
    expect(again!.keptApart).toBe(false);
  });

  it('is not split off when it is all there is', async () => {
    const one = await told('hubspot', 's9', { fullName: 'Singur Singurescu' });
    const split = await db.transaction((tx) => splitRecord(tx, one.sourceRecordId!, actor, null, rules));
    expect(split).toMatchObject({ ok: false, refusal: { code: 'ALONE_ALREADY' } });
  });
});

describe('Cases of which the engine is sure', () => {
  it('are settled together and taken back together, and those kept apart are left alone', async () => {
    const pairs = await Promise.all(
      ['Radu Ionescu', 'Sorin Dragan', 'Vlad Stanciu'].map(async (fullName, n) => {
        const profile = { fullName, birthDate: `1980-0${n + 1}-17`, street: `Strada Morii ${n + 4}` };
        const one = await told('hubspot', `m${n}`, profile, { emails: [`m${n}@one.ro`] });
        await db.query('DELETE FROM match_key');
        const two = await told('zendesk', `n${n}`, profile, { emails: [`n${n}@two.ro`] });
        return [one, two] as const;
      }),
    );
    for (const [one, two] of pairs) {
      expect(two.customerId).not.toBe(one.customerId);
      await db.query(
        `INSERT INTO doubt (id, source_record_id, candidate_record_id, reasons, probability) VALUES (gen_random_uuid(), $1, $2, '[]', 0.999)`,
        [two.sourceRecordId, one.sourceRecordId],
      );
    }
    const [kept] = pairs;
    await db.transaction((tx) =>
      separateRecords(tx, kept![1].sourceRecordId!, kept![0].sourceRecordId!, actor, null, rules),
    );
    const before = await Promise.all(pairs.map(([, two]) => ownerOf(two.sourceRecordId!)));
    expect(await safeDoubts(db)).toHaveLength(2);
    const done = await db.transaction((tx) => linkSafeDoubts(tx, actor, rules));
    expect(done.linked).toBe(2);
    expect(await safeDoubts(db)).toEqual([]);
    expect(await ownerOf(pairs[1]![1].sourceRecordId!)).toBe(pairs[1]![0].customerId);
    expect(await ownerOf(kept![1].sourceRecordId!)).toBe(kept![1].customerId);
    const back = await db.transaction((tx) => undoSafeLinks(tx, done.runId, actor, rules));
    expect(back.undone).toBe(2);
    expect(await Promise.all(pairs.map(([, two]) => ownerOf(two.sourceRecordId!)))).toEqual(before);
    const [open] = await db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM doubt WHERE status = 'open' AND source_record_id = ANY($1)`,
      [pairs.map(([, two]) => two.sourceRecordId)],
    );
    expect(open!.n).toBe(3);
  });
});
