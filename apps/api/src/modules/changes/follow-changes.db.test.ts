import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { type Database, openDatabase } from '#platform/database';
import { connectAs, withLogin } from '#platform/postgres';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { eventually } from '../../../../../tests/support/eventually.ts';
import {
  announce,
  type Change,
  followChanges,
  forgetChanges,
  type LeftOff,
  readFeedCursor,
  tellPlace,
} from './index.ts';
import { openFeed } from './open-feed.ts';

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

/** The place that an answer tells, as its page gives it back. */
function placeIn(cursor: string | undefined): LeftOff {
  const after = readFeedCursor(cursor ?? '', Date.now());
  if (typeof after === 'string') throw new Error(`No place: ${after}`);
  return { after };
}

/** Follows, where nothing is too far back. */
async function follow(...asked: Parameters<typeof followChanges>): Promise<AsyncIterableIterator<Change>> {
  const reader = await followChanges(...asked);
  if (reader === 'too-far') throw new Error('More was missed than is told one by one');
  return reader;
}

const everything = () => true;

describe('who watches customers live', () => {
  it('hears every change of many writers at once, each exactly once, and in order', async () => {
    const heard: Change[] = [];
    let end: string | undefined;
    const gathering = gather(
      await follow(readers, everything),
      heard,
      () => heard.at(-1)?.customerId === end,
    );
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
    const gathering = gather(await follow(readers, everything), heard, () => heard.length === 2);
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
    const first = await follow(readers, ({ customerId }) => customerId === mark);
    const gathering = gather(first, before, () => before.length === 1);
    await writers.transaction((tx) => announce(tx, [mark], ['start']));
    await gathering;
    const missed = await writeMany(1_500);
    const after: Change[] = [];
    const second = await follow(readers, everything, { after: before[0]!.position });
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
      await follow(readers, everything, { after: { xid: '4', id: 0 } }),
      heard,
      () => heard.length >= written.length,
    );
    expect(heard.map(({ customerId }) => customerId)).toEqual(written.map(({ id }) => id));
  });

  it('is not held up by somebody who listens and does not read, and who misses nothing either', async () => {
    const [slow, quick] = await Promise.all([follow(readers, everything), follow(readers, everything)]);
    const [heardLate, heard]: Change[][] = [[], []];
    const first = slow.next();
    let end: string | undefined;
    const gathering = gather(quick, heard!, () => heard!.at(-1)?.customerId === end);
    // More than wait for anybody: the rest is read from the table.
    const written = await writers.transaction(async (tx) => {
      const ids = Array.from({ length: 1_800 }, newId);
      for (const id of ids) await announce(tx, [id], ['note']);
      return ids;
    });
    end = newId();
    await writers.transaction((tx) => announce(tx, [end!], ['end']));
    await gathering;
    expect(heard!.map(({ customerId }) => customerId)).toEqual([...written, end]);
    heardLate!.push((await first).value!);
    await gather(slow, heardLate!, () => heardLate!.at(-1)?.customerId === end);
    expect(heardLate).toEqual(heard);
  });

  it('hears what happened while PostgreSQL was away, and is woken again by it', async () => {
    const elsewhere = withLogin(fresh.adminUrl, { database: 'postgres' });
    const database = new URL(fresh.adminUrl).pathname.slice(1);
    const asAdmin = (sql: string) =>
      connectAs(elsewhere, async (client) => (await client.query(sql, [database])).rows);
    const listeners = async () =>
      (
        await asAdmin(
          `SELECT pid FROM pg_stat_activity WHERE datname = $1 AND application_name = 'ancora-listen'`,
        )
      ).map(({ pid }) => pid as number);
    const heard: Change[] = [];
    const ids = [newId(), newId(), newId()];
    const gathering = gather(
      await follow(readers, ({ customerId }) => ids.includes(customerId)),
      heard,
      () => heard.length === ids.length,
    );
    await writers.transaction((tx) => announce(tx, [ids[0]!], ['note']));
    const [before] = await listeners();
    const allow = (is: boolean) =>
      connectAs(elsewhere, (client) =>
        client.query(`ALTER DATABASE "${database}" WITH ALLOW_CONNECTIONS ${is}`),
      );
    await allow(false);
    await asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`);
    await eventually(async () => expect(await listeners()).toEqual([]));
    await allow(true);
    await eventually(() => writers.transaction((tx) => announce(tx, [ids[1]!], ['note'])));
    await eventually(async () => {
      const now = await listeners();
      expect(now).toHaveLength(1);
      expect(now).not.toContain(before);
    });
    await writers.transaction((tx) => announce(tx, [ids[2]!], ['note']));
    await gathering;
    expect(heard.map(({ customerId }) => customerId)).toEqual(ids);
  });

  it('goes on where a look at the feed is never answered: the line may be broken without a word', async () => {
    let silent = 1;
    const broken: Database = {
      ...readers,
      named: (name, ...rest) =>
        name === 'changes-after' && silent-- > 0 ? new Promise(() => {}) : readers.named(name, ...rest),
    };
    const feed = await openFeed(broken, 100);
    const id = newId();
    const heard = new Promise<void>((resolve) => {
      feed.hear((changes) => {
        if (changes.some(({ customerId }) => customerId === id)) resolve();
      });
    });
    await writers.transaction((tx) => announce(tx, [id], ['note']));
    await heard;
    expect(silent).toBeLessThan(1);
    await feed.close();
  });

  it('hears only of the customer asked for, and can leave while nothing happens', async () => {
    const id = newId();
    const heard: Change[] = [];
    const reader = await follow(readers, (change) => change.customerId === id);
    const gathering = gather(reader, heard, () => false);
    await writeMany(5);
    await writers.transaction((tx) => announce(tx, [id], ['ticket', 'touch']));
    await eventually(() => expect(heard).toHaveLength(1));
    await reader.return?.();
    await gathering;
    expect(heard.map(({ customerId, kinds }) => ({ customerId, kinds }))).toEqual([
      { customerId: id, kinds: ['ticket', 'touch'] },
    ]);
  });

  it('hears what was committed between a read and the moment it listens, and nothing of what the read saw', async () => {
    const teller = tellPlace(readers);
    const [seen, missed] = [newId(), newId()];
    const end = newId();
    await writers.transaction((tx) => announce(tx, [seen], ['note']));
    const saw = await follow(readers, everything, placeIn(await teller.now()));
    // The feed may lag behind what a read sees: told twice is harmless, missed is not.
    const place = placeIn(await teller.now());
    await writers.transaction((tx) => announce(tx, [missed], ['note']));
    const heard: Change[] = [];
    const reader = await follow(readers, everything, place);
    await writers.transaction((tx) => announce(tx, [end], ['end']));
    await gather(reader, heard, () => heard.at(-1)?.customerId === end);
    expect(heard.map(({ customerId }) => customerId).filter((id) => id !== seen)).toEqual([missed, end]);
    await saw.return?.();
    await teller.close();
  });

  it('is told of a transaction that began before the read and was committed after it', async () => {
    const teller = tellPlace(readers);
    const id = newId();
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let hasNumber = () => {};
    const numbered = new Promise<void>((resolve) => {
      hasNumber = resolve;
    });
    const slow = writers.transaction(async (tx) => {
      await announce(tx, [id], ['note']);
      await tx.query('SELECT 1');
      hasNumber();
      await held;
    });
    await numbered;
    const [others, place] = [await writeMany(20), placeIn(await teller.now())];
    commit();
    await slow;
    const heard: Change[] = [];
    await gather(await follow(readers, everything, place), heard, () =>
      [id, ...others].every((one) => heard.some(({ customerId }) => customerId === one)),
    );
    await teller.close();
  });

  it('is told of a customer once who changed often meanwhile, or of nobody when more changed than is worth it', async () => {
    const teller = tellPlace(readers);
    const place = placeIn(await teller.now());
    const ids = [newId(), newId(), newId()];
    for (const kind of ['ticket', 'note']) await writers.transaction((tx) => announce(tx, ids, [kind]));
    const mine = ({ customerId }: Change) => ids.includes(customerId);
    const heard: Change[] = [];
    // The feed hands them out in its time: here it is only asked when it did.
    await eventually(async () => {
      const reader = await follow(readers, mine, { ...place, atMost: 3 });
      heard.length = 0;
      await gather(reader, heard, () => heard.length === 3);
      expect(heard.every(({ kinds }) => kinds.length === 2)).toBe(true);
    });
    expect(heard.map(({ customerId }) => customerId).sort()).toEqual([...ids].sort());
    expect(await followChanges(readers, mine, { ...place, atMost: 2 })).toBe('too-far');
    expect(
      await followChanges(readers, ({ customerId }) => customerId === newId(), { ...place, atMost: 2 }),
    ).not.toBe('too-far');
    await teller.close();
  });

  it('reads everything afresh when the place is one of a database that was put back from a backup since', async () => {
    expect(await followChanges(readers, everything, { after: { xid: '18446744073709551610', id: 1 } })).toBe(
      'too-far',
    );
  });

  it('asks PostgreSQL for nothing when it comes back after a moment, and once for all who come back to before a restart', async () => {
    const asked: string[] = [];
    const counting: Database = {
      ...readers,
      // A pool of its own in name: a feed that is opened now, as after a restart.
      pool: Object.create(readers.pool),
      named: (name, ...rest) => {
        asked.push(name);
        return readers.named(name, ...rest);
      },
    };
    const before = tellPlace(readers);
    const old = placeIn(await before.now());
    await writeMany(10);
    const teller = tellPlace(counting);
    const young = placeIn(await teller.now());
    const count = (name: string) => asked.filter((one) => one === name).length;
    const back = await Promise.all(Array.from({ length: 20 }, () => follow(counting, everything, young)));
    expect([count('end-of-feed'), count('changes-before')]).toEqual([1, 0]);
    back.push(...(await Promise.all(Array.from({ length: 20 }, () => follow(counting, everything, old)))));
    expect(count('changes-before')).toBe(1);
    for (const reader of back) await reader.return?.();
    await teller.close();
    await before.close();
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
