import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { systemActor } from '#modules/access';
import { savePolicy } from '#modules/clocks';
import { layNeighbours, type Manifest, type Signal } from '#modules/house';
import { ensureSource, type Source } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { dump, emptyDatabase } from '../../../../../tests/support/dump.ts';
import { cutAnywhere, signalsOfPeople } from '../../../../../tests/support/told.ts';
import { modules } from '../../app/modules.ts';
import { subjectsOf } from './domain/subjects.ts';
import { beginRow, type FileRow } from './take-rows.ts';
import { takeSets } from './take-sets.ts';

/** Somebody who takes their time: what follows from a set is written long after the next could be recorded. */
let dawdleMs = 0;
const slow: Manifest = {
  name: 'slow-for-tests',
  lived: async () => {
    await pause(dawdleMs);
    return [];
  },
};
const subjects = subjectsOf([...modules, slow]);
const of = { importId: newId(), fileId: newId() };
let fresh: FreshDatabase;
let database: Database;
let source: Source;

beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap((one) => one.entities ?? []),
  });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** An empty house that promises more to those who have bought: clocks look at what follows from earlier signals. */
async function beginAnew(): Promise<void> {
  await emptyDatabase(fresh.ownerUrl);
  await database.transaction(async (tx) => {
    source = await ensureSource(tx, 'desk', 'zendesk');
    await tx.query('INSERT INTO import_run (id, status) VALUES ($1, $2)', [of.importId, 'RUNNING']);
    await tx.query(
      `INSERT INTO import_file (id, import_id, name, bytes, sha256, stored_path, status) VALUES ($1, $2, 'told', 0, '', '', 'RUNNING')`,
      [of.fileId, of.importId],
    );
    for (const [name, stages, minutes] of [
      ['Customers', ['use', 'assistance', 'repeat'], 30],
      ['Everybody', [], 600],
    ] as const)
      await savePolicy(tx, systemActor(), null, {
        name,
        place: minutes,
        priorities: [],
        channels: [],
        customerTags: [],
        stages: [...stages],
        firstReplyMinutes: minutes,
        nextReplyMinutes: null,
        resolutionMinutes: null,
        hoursId: null,
      });
  });
}

const rowOf = (signal: Signal, line: number): FileRow => {
  const read = { signals: [signal] };
  return { line, cells: {}, read, begun: beginRow(read, subjects) };
};

const take = (sets: readonly (readonly Signal[])[]) =>
  database.transaction((tx) => {
    const rows = sets.map((set) => set.map(rowOf));
    return takeSets(tx, subjects, source, async () => rows.shift(), of);
  });

/** Tickets of a few people, and now and then an order of theirs, or that two of them are one. */
const history = fc
  .tuple(
    signalsOfPeople(),
    fc.array(fc.constantFrom('ticket', 'ticket', 'order', 'merge'), { minLength: 14 }),
  )
  .map(([signals, kinds]) =>
    signals.map((signal, place): Signal => {
      const kind = kinds[place]!;
      if (kind === 'order')
        return {
          ...signal,
          kind,
          subjectKey: `order:${place}`,
          body: {
            number: `O${place}`,
            status: 'fulfilled',
            total: 20,
            currency: 'EUR',
            orderedAt: signal.at,
          },
        };
      if (kind === 'merge' && signal.person?.key)
        return { ...signal, kind, subjectKey: `merge:${place}`, others: [{ key: 'user:1' }], body: {} };
      return signal;
    }),
  );

describe('sets that follow each other closely in one transaction', () => {
  it('come to the same as sets that have a transaction each', async () => {
    const moved = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(history, cutAnywhere, async (signals, cut) => {
        await beginAnew();
        const apart: unknown[] = [];
        for (const set of cut(signals)) apart.push(...(await take([set])).map(({ outcome }) => outcome));
        const expected = await dump(database);
        moved.add((await database.query('SELECT FROM customer WHERE merged_into IS NOT NULL')).length > 0);
        await beginAnew();
        const together = await take(cut(signals));
        expect(apart).not.toContain('rejected');
        expect(together.map(({ outcome }) => outcome)).toEqual(apart);
        expect(await dump(database)).toEqual(expected);
      }),
      { numRuns: 10, endOnFailure: true },
    );
    // The histories are of the kind in which records change their customer, or this would say little.
    expect(moved).toContain(true);
  }, 240_000);

  it('neither move records from under what is still being written nor overlook where somebody stands', async () => {
    const told = (place: number, user: number, more: Partial<Signal>): Signal => ({
      kind: 'order',
      eventId: `e${place}`,
      subjectKey: `thing:${place}`,
      at: `2026-03-0${place}T10:00:00Z`,
      person: { key: `user:${user}`, emails: [`p${user}@example.org`] },
      body: { number: `O${place}`, status: 'fulfilled', total: 20, currency: 'EUR' },
      ...more,
    });
    const bought = [told(1, 1, {}), told(2, 2, {})];
    const asked = [told(3, 1, { kind: 'ticket', body: { subject: 'It does not start' } })];
    const joined = [told(4, 1, { kind: 'merge', others: [{ key: 'user:2' }], body: {} })];
    for (const [second, question, answer] of [
      [asked, 'SELECT p.name FROM clock c JOIN sla_policy p ON p.id = c.policy_id', [{ name: 'Customers' }]],
      [joined, 'SELECT count(*)::int AS n FROM customer WHERE merged_into IS NOT NULL', [{ n: 1 }]],
    ] as const) {
      await beginAnew();
      for (const set of [bought, second]) await take([set]);
      expect(await database.query(question)).toEqual(answer);
      const expected = await dump(database);
      await beginAnew();
      dawdleMs = 400;
      await take([bought, second]).finally(() => {
        dawdleMs = 0;
      });
      expect(await dump(database)).toEqual(expected);
    }
  });

  it('leave nothing behind when one of them fails, and say of what', async () => {
    await beginAnew();
    const before = await dump(database);
    const ticket = (place: number): Signal => ({
      kind: 'ticket',
      eventId: `e${place}`,
      subjectKey: `ticket:${place}`,
      at: '2026-03-01T10:00:00Z',
      person: { key: `user:${place}`, emails: [`p${place}@example.org`] },
      body: { subject: `Number ${place}` },
    });
    // No index takes it.
    const tooLong = randomBytes(8_000).toString('hex');
    const sets = [[ticket(1)], [ticket(2)], [{ ...ticket(3), eventId: tooLong }], [ticket(4)]];
    await expect(take(sets)).rejects.toMatchObject({ code: '54000' });
    expect(await dump(database)).toEqual(before);
    expect(await take([sets[0]!, sets[3]!])).toMatchObject([{ outcome: 'created' }, { outcome: 'created' }]);
  });
});
