import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { systemActor } from '#modules/access';
import { savePolicy } from '#modules/clocks';
import { layNeighbours, type Manifest, type Signal } from '#modules/house';
import { forgetSignals } from '#modules/identity';
import { ensureSource, type Source } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { dump, emptyDatabase } from '../../../../../tests/support/dump.ts';
import { happenings } from '../../../../../tests/support/everything.ts';
import { cutAnywhere, signalsOfPeople } from '../../../../../tests/support/told.ts';
import { modules } from '../../app/modules.ts';
import { beginRow, type FileRow } from './domain/begin-row.ts';
import { subjectsOf } from './domain/subjects.ts';
import { settleOwed } from './settle-owed.ts';
import { takeRows } from './take-rows.ts';

/** Somebody who takes their time, so that what follows is written long after it was read. */
let dawdleMs = 0;
let failing = false;
/** So many customers at most of whom it is said; of more at once nobody can say. */
let sayableAtMost = Number.POSITIVE_INFINITY;
let whenRead = () => {};
let whenSaid = () => {};
const slow: Manifest = {
  name: 'slow-for-tests',
  lived: async (db, customerIds) => {
    // What is answered stood behind the locks, which are asked for in the same message: until then others may come first.
    await db.query('SELECT 1');
    whenRead();
    await pause(dawdleMs);
    whenSaid();
    if (failing || customerIds.length > sayableAtMost) throw new Error('Nobody can say what they lived.');
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

async function beginAnew(): Promise<void> {
  await emptyDatabase(fresh.ownerUrl);
  await database.transaction(async (tx) => {
    source = await ensureSource(tx, 'desk', 'zendesk');
    await tx.query('INSERT INTO import_run (id, status) VALUES ($1, $2)', [of.importId, 'RUNNING']);
    await tx.query(
      `INSERT INTO import_file (id, import_id, name, bytes, sha256, stored_path, status) VALUES ($1, $2, 'told', 0, '', '', 'RUNNING')`,
      [of.fileId, of.importId],
    );
  });
}

const rowOf = (signal: Signal, line: number): FileRow => {
  const read = { signals: [signal] };
  return { line, cells: {}, read, begun: beginRow(read, subjects.kinds) };
};

const take = (set: readonly Signal[], oweWhatFollows: boolean) =>
  database.transaction((tx) => takeRows(tx, subjects, source, set.map(rowOf), { ...of, oweWhatFollows }));
const outcomesOf = async (
  sets: readonly (readonly Signal[])[],
  take: (set: readonly Signal[]) => ReturnType<typeof takeRows>,
) => {
  const outcomes: string[] = [];
  for (const set of sets) outcomes.push(...(await take(set)).map(({ outcome }) => outcome));
  return outcomes;
};
const owedRows = async () => (await database.query('SELECT FROM owed')).length;

/** What is told of a thing again and again, and now and then of somebody else: of what is written at once, nobody reads first whose it was. */
const ofAThing = ['interaction', 'touch', 'note', 'heard-of', 'promise', 'task', 'answer'] as const;

/** Tickets and other things of a few people, and now and then an order of theirs, or that two of them are one. */
const history = fc
  .tuple(
    signalsOfPeople(),
    fc.array(fc.constantFrom('ticket', 'ticket', 'order', 'merge', ...ofAThing), {
      minLength: 14,
      maxLength: 14,
    }),
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
      const body = ofAThing.some((one) => one === kind) && happenings[kind]!(kind, place);
      if (body) return { ...signal, kind, subjectKey: signal.subjectKey.replace('ticket', kind), body };
      if (kind === 'merge' && signal.person?.key)
        return { ...signal, kind, subjectKey: `merge:${place}`, others: [{ key: 'user:1' }], body: {} };
      return signal;
    }),
  );

const told = (place: number, user: number, more: Partial<Signal> = {}): Signal => ({
  kind: 'order',
  eventId: `e${place}`,
  subjectKey: `thing:${place}`,
  at: `2026-03-0${place}T10:00:00Z`,
  person: { key: `user:${user}`, emails: [`p${user}@example.org`] },
  body: { number: `O${place}`, status: 'fulfilled', total: 20, currency: 'EUR' },
  ...more,
});

/** Two people buy, and turn out to be one. */
const joining = [
  told(1, 1),
  told(2, 2),
  told(4, 1, { kind: 'merge', others: [{ key: 'user:2' }], body: {} }),
];

describe('what follows from the rows of an import', () => {
  it('comes to the same when it is settled later, beside the next rows, and of several sets at once', async () => {
    const moved = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(history, cutAnywhere, fc.array(fc.boolean()), async (signals, cut, beside) => {
        await beginAnew();
        const expectedOutcomes = await outcomesOf(cut(signals), (set) => take(set, false));
        const expected = await dump(database);
        moved.add((await database.query('SELECT FROM customer WHERE merged_into IS NOT NULL')).length > 0);
        await beginAnew();
        let settling: Promise<void> = Promise.resolve();
        let place = 0;
        const outcomes = await outcomesOf(cut(signals), (set) => {
          if (beside[place++]) settling = settling.then(() => settleOwed(database, subjects));
          return take(set, true);
        });
        await settling;
        await settleOwed(database, subjects);
        expect(outcomes).toEqual(expectedOutcomes);
        expect(outcomes).not.toContain('rejected');
        expect(await dump(database)).toEqual(expected);
      }),
      {
        numRuns: 12,
        endOnFailure: true,
        examples: [[joining, (signals) => signals.map((one) => [one]), [true]]],
      },
    );
    // Some are of the kind in which records change their customer, or this would say little.
    expect(moved).toContain(true);
  }, 240_000);

  it.each(['interaction', 'touch', 'note', 'heard-of', 'content-use', 'promise', 'task', 'answer', 'ticket'])(
    'is brought about for both when a thing turns out to be of somebody else: %s',
    async (kind) => {
      const of = (place: number, user: number) =>
        told(place, user, {
          kind,
          subjectKey: `${kind}:1`,
          body: happenings[kind]!(`${kind}:1`, 1),
        });
      const content = told(1, 1, {
        kind: 'content',
        subjectKey: 'content:1',
        body: happenings.content!('content:1', 1),
      });
      await beginAnew();
      await take([content, of(2, 1)], false);
      await database.query('DELETE FROM change');
      await take([of(3, 2)], false);
      const heard = await database.query<{ key: string }>(
        `SELECT DISTINCT r.source_key AS key FROM change c JOIN source_record r ON r.customer_id = c.customer_id AND r.kind = 'person' ORDER BY 1`,
      );
      expect(heard.map(({ key }) => key)).toEqual(['user:1', 'user:2']);
    },
  );

  it('is not written to whom records have left meanwhile', async () => {
    const [bought, joined] = [joining.slice(0, 2), joining.slice(2)];
    await beginAnew();
    for (const set of [bought, joined]) await take(set, false);
    const expected = await dump(database);
    await beginAnew();
    await take(bought, true);
    dawdleMs = 400;
    const settling = settleOwed(database, subjects);
    try {
      await pause(100);
      await take(joined, true);
      await settling;
    } finally {
      dawdleMs = 0;
    }
    await settleOwed(database, subjects);
    expect(await database.query('SELECT FROM customer WHERE merged_into IS NOT NULL')).toHaveLength(1);
    expect(await dump(database)).toEqual(expected);
  });

  it('keeps whoever gives records to others waiting, so that neither meets the other half way', async () => {
    await beginAnew();
    await take([told(1, 1), told(2, 2)], true);
    const order: string[] = [];
    let reading = () => {};
    const isReading = new Promise<void>((resolve) => {
      reading = resolve;
    });
    whenRead = reading;
    // Before the transaction ends that keeps records where they are: what follows it, the others need not wait for.
    whenSaid = () => order.push('said');
    dawdleMs = 300;
    try {
      const settling = settleOwed(database, subjects);
      await isReading;
      const [{ id }] = (await database.query('SELECT id FROM signal LIMIT 1')) as [{ id: string }];
      await database.transaction(async (tx) => {
        await forgetSignals(tx, [id]);
        order.push('forgotten');
      });
      await settling;
    } finally {
      dawdleMs = 0;
      whenRead = () => {};
      whenSaid = () => {};
    }
    expect(order.slice(0, 2)).toEqual(['said', 'forgotten']);
  });

  it('stays owed until it has been brought about, whatever goes wrong before', async () => {
    await beginAnew();
    await take([told(1, 1), told(2, 2)], false);
    const expected = await dump(database);
    await beginAnew();
    await take([told(1, 1), told(2, 2)], true);
    failing = true;
    await expect(settleOwed(database, subjects)).rejects.toThrow('Nobody can say what they lived.');
    failing = false;
    expect(await owedRows()).toBeGreaterThan(0);
    await settleOwed(database, subjects, () => true);
    expect(await owedRows()).toBeGreaterThan(0);
    await Promise.all([settleOwed(database, subjects), settleOwed(database, subjects)]);
    expect(await owedRows()).toBe(0);
    expect(await dump(database)).toEqual(expected);
  });

  it('stays owed when it has been brought about for some of the customers only', async () => {
    const many = Array.from({ length: 600 }, (_, n) =>
      told(n, n, { at: new Date(Date.UTC(2026, 2, 1) + n * 60_000).toISOString() }),
    );
    await beginAnew();
    await take(many, true);
    sayableAtMost = 200;
    try {
      await expect(settleOwed(database, subjects)).rejects.toThrow('Nobody can say what they lived.');
    } finally {
      sayableAtMost = Number.POSITIVE_INFINITY;
    }
    // Beside those of whom nothing could be said, the rest was done.
    const [{ done }] = (await database.query(
      'SELECT count(DISTINCT customer_id)::int AS done FROM customer_experience',
    )) as [{ done: number }];
    expect(done).toBe(100);
    expect(await owedRows()).toBeGreaterThan(0);
    await settleOwed(database, subjects);
    const [{ all }] = (await database.query(
      'SELECT count(DISTINCT customer_id)::int AS "all" FROM customer_experience',
    )) as [{ all: number }];
    expect(all).toBe(600);
    expect(await owedRows()).toBe(0);
  });

  it('is told of to whoever watches when it is there, and not before', async () => {
    await beginAnew();
    await take([told(1, 1)], true);
    expect(await database.query('SELECT FROM change')).toHaveLength(0);
    await settleOwed(database, subjects);
    expect(await database.query('SELECT kinds FROM change')).toEqual([
      { kinds: expect.arrayContaining(['order', 'profile']) },
    ]);
  });
});

describe('a subject that looks at what follows from earlier rows', () => {
  it('says so: clocks do when a policy looks at the stage', async () => {
    await beginAnew();
    const clocks = modules.find(({ name }) => name === 'clocks')!;
    const promise = (name: string, stages: string[]) =>
      database.transaction((tx) =>
        savePolicy(tx, systemActor(), null, {
          name,
          place: 1,
          priorities: [],
          channels: [],
          customerTags: [],
          stages,
          firstReplyMinutes: 30,
          nextReplyMinutes: null,
          resolutionMinutes: null,
          hoursId: null,
        }),
      );
    await promise('Everybody', []);
    expect(await clocks.looksBack!(database)).toBe(false);
    await promise('Customers', ['use']);
    expect(await clocks.looksBack!(database)).toBe(true);
  });
});
