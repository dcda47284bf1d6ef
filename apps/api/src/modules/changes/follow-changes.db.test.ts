import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { announce, type Change, followChanges, forgetChanges } from './index.ts';

let fresh: FreshDatabase;
let writers: Database;
let readers: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  writers = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 12 });
  readers = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 4 });
});
afterAll(async () => {
  await writers.close();
  await readers.close();
  await fresh.drop();
});

/** Twelve people write at once; each transaction takes its number, dawdles, and commits. */
async function writeMany(transactions: number): Promise<string[]> {
  const ids: string[] = [];
  let left = transactions;
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      while (left-- > 0) {
        const id = newId();
        await writers.transaction(async (tx) => {
          await announce(tx, [id], ['note']);
          // What nobody waits for is sent with the next question: the number is to be taken before the dawdling.
          await tx.query('SELECT 1');
          await sleep(Math.random() * 8);
        });
        ids.push(id);
      }
    }),
  );
  return ids;
}

/** Gathers what a reader hears until `enough` says so. */
async function gather(
  iterator: AsyncIterableIterator<Change>,
  heard: Change[],
  enough: () => boolean,
): Promise<void> {
  for await (const change of iterator) {
    heard.push(change);
    if (enough()) break;
  }
}

/** A reader hears what happens from when it listens: waits until one does. */
async function untilListening(): Promise<void> {
  let listens = false;
  const probe = followChanges(readers, ({ kinds }) => kinds.includes('start'));
  const heard = probe.next().then(() => {
    listens = true;
  });
  while (!listens) {
    await writers.transaction((tx) => announce(tx, [newId()], ['start']));
    await sleep(20);
  }
  await heard;
  await probe.return?.();
}

describe('who watches customers live', () => {
  it('hears every change of many writers at once, each exactly once, and in order', async () => {
    const heard: Change[] = [];
    let end: string | undefined;
    const reader = followChanges(readers, ({ kinds }) => !kinds.includes('start'));
    const gathering = gather(reader, heard, () => heard.at(-1)?.customerId === end);
    await untilListening();
    const written = await writeMany(400);
    end = newId();
    written.push(end);
    await writers.transaction((tx) => announce(tx, [end!], ['end']));
    await gathering;
    expect(heard.map(({ customerId }) => customerId).sort()).toEqual([...written].sort());
  });

  it('would miss some with a cursor that only counts (the control that must fail)', async () => {
    const [{ top }] = (await readers.query<{ top: number }>(
      'SELECT coalesce(max(id), 0) AS top FROM change',
    )) as [{ top: number }];
    let last = top;
    const seen: string[] = [];
    const look = async () => {
      for (const row of await readers.query<{ id: number; customer_id: string }>(
        'SELECT id, customer_id FROM change WHERE id > $1 ORDER BY id',
        [last],
      )) {
        seen.push(row.customer_id);
        last = row.id;
      }
    };
    const heard: Change[] = [];
    const reader = followChanges(readers, ({ kinds }) => !kinds.includes('start'));
    const gathering = gather(reader, heard, () => heard.length === 2);
    await untilListening();
    await look();
    seen.length = 0;

    // The slow one takes its number first and commits last, as happens among many writers.
    const [slow, quick] = [newId(), newId()];
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let hasNumber = () => {};
    const numbered = new Promise<void>((resolve) => {
      hasNumber = resolve;
    });
    const slowOne = writers.transaction(async (tx) => {
      await announce(tx, [slow], ['note']);
      // What nobody waits for is sent with the next question.
      await tx.query('SELECT 1');
      hasNumber();
      await held;
    });
    await numbered;
    await writers.transaction((tx) => announce(tx, [quick], ['note']));
    await look();
    commit();
    await slowOne;
    await look();
    expect(seen).toEqual([quick]);
    await gathering;
    expect(heard.map(({ customerId }) => customerId)).toEqual([slow, quick]);
  });

  it('goes on where a page left off, with what happened meanwhile and nothing twice', async () => {
    const before: Change[] = [];
    // A mark of its own: while another database of the server is busy for long, a feed begins with changes from before it was opened.
    const mark = newId();
    const first = followChanges(readers, ({ customerId }) => customerId === mark);
    const gathering = gather(first, before, () => before.length === 1);
    await untilListening();
    await writers.transaction((tx) => announce(tx, [mark], ['start']));
    await gathering;
    const missed = await writeMany(1_500);
    const after: Change[] = [];
    const second = followChanges(readers, ({ kinds }) => !kinds.includes('start'), before[0]!.position);
    let later: string[] = [];
    const more = gather(second, after, () => after.length >= missed.length + 60);
    later = await writeMany(60);
    await more;
    expect(after.map(({ customerId }) => customerId).sort()).toEqual([...missed, ...later].sort());
  });

  it('hears them as they were written where the number of transactions grows by a digit, over many pages', async () => {
    // Numbers of long ago, as no transaction of this server can bear any more.
    const written = await writers.query<{ id: string }>(
      `INSERT INTO change (xid, customer_id, kinds)
       SELECT number::text::xid8, gen_random_uuid(), '{note}' FROM generate_series(5, 640) AS number ORDER BY number
       RETURNING customer_id AS id`,
    );
    const heard: Change[] = [];
    await gather(
      followChanges(readers, () => true, { xid: '4', id: 0 }),
      heard,
      () => heard.length >= written.length,
    );
    expect(heard.map(({ customerId }) => customerId)).toEqual(written.map(({ id }) => id));
  });

  it('hears only of the customer asked for, and can leave while nothing happens', async () => {
    const id = newId();
    const heard: Change[] = [];
    const reader = followChanges(readers, (change) => change.customerId === id);
    const gathering = gather(reader, heard, () => false);
    await untilListening();
    await writeMany(5);
    await writers.transaction((tx) => announce(tx, [id], ['ticket', 'touch']));
    for (let tries = 0; heard.length === 0 && tries < 100; tries += 1) await sleep(20);
    await reader.return?.();
    await gathering;
    expect(heard.map(({ customerId, kinds }) => ({ customerId, kinds }))).toEqual([
      { customerId: id, kinds: ['ticket', 'touch'] },
    ]);
  });

  it('forgets what is older than anybody asks for, and nothing of what came since', async () => {
    const [old, fresh] = [newId(), newId()];
    const left = async () =>
      (await readers.query<{ id: string }>('SELECT customer_id AS id FROM change ORDER BY xid, id')).map(
        ({ id }) => id,
      );
    await writers.query('DELETE FROM change');
    for (const [id, seconds] of [
      [old, 3_600],
      [fresh, 60],
    ] as const)
      await writers.query(
        'INSERT INTO change (customer_id, kinds, at) VALUES ($1, $2, now() - make_interval(secs => $3))',
        [id, ['note'], seconds],
      );
    await forgetChanges(writers, 7_200);
    expect(await left()).toEqual([old, fresh]);
    await forgetChanges(writers, 600);
    expect(await left()).toEqual([fresh]);
  });
});
