import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { houseRules, mergeCustomers, unmergeCustomer } from '../../apps/api/src/modules/identity/index.ts';
import { follow } from '../../apps/api/src/modules/intake/follow.ts';
import { importFiles, openCommonDoor, subjectsOf } from '../../apps/api/src/modules/intake/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import { type Database, isPassingTrouble, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { connectAs } from '../../apps/api/src/platform/postgres/index.ts';
import { writeEvents, writeKnownPeople } from '../bench/company-files.ts';
import { ticketOf } from '../bench/intake-data.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { dump } from '../support/dump.ts';

const people = 600;
const subjects = subjectsOf(modules);
const actor = { kind: 'user', id: null, name: 'Ada' };
let fresh: FreshDatabase;
let database: Database;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  const entities = modules.flatMap((one) => one.entities ?? []);
  database = await openDatabase({ url: fresh.appUrl, entities });
  folder = await mkdtemp(join(tmpdir(), 'ancora-beside-'));
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
  await rm(folder, { recursive: true });
});

/** Somebody makes two customers one, and two again. */
async function mergeAndPart(turn: number): Promise<void> {
  const [survivor, other] = await database.query<{ id: string }>(
    'SELECT id FROM customer WHERE merged_into IS NULL ORDER BY id OFFSET $1 LIMIT 2',
    [turn % (people / 2)],
  );
  const rules = houseRules();
  const merged = await database.transaction((tx) =>
    mergeCustomers(tx, { survivorId: survivor!.id, otherId: other!.id, actor }, rules),
  );
  if (!merged.ok) return;
  await database.transaction((tx) => unmergeCustomer(tx, merged.value.decisionId, actor, null, rules));
}

const breakOff = () =>
  connectAs(fresh.adminUrl, (client) =>
    client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    ),
  );

it('two imports of the same people, webhooks, people who merge and connections that break off come to what all of it says', async () => {
  await importFiles(database, modules, { paths: await writeKnownPeople(folder, 0, people) });
  const source = await database.transaction((tx) => ensureSource(tx, 'beside', 'zendesk'));
  const [tickets, messages, orders, touches] = (await writeEvents(folder, 0, people)).paths as [
    string,
    string,
    string,
    string,
  ];
  const door = openCommonDoor(database, subjects);
  let going = true;
  let told = 0;
  const until = async (work: (turn: number) => Promise<unknown>) => {
    for (let turn = 0; going; turn += 1)
      await work(turn).catch((error) => {
        // What a connection that broke off took with it was not told.
        if (!isPassingTrouble(error)) throw error;
      });
  };
  const others = [
    until(async (turn) => {
      const signal = ticketOf(turn);
      const person = {
        key: `beside:${turn % people}`,
        emails: [`person.${turn % people}@known${(turn % people) % 97}.example`],
      };
      await door.take(source, [{ raw: signal, signals: [{ ...signal, person }] }]);
      told += 1;
    }),
    until(mergeAndPart),
  ];
  let sets = 0;
  const broken: Promise<unknown>[] = [];
  const onProgress = () => {
    sets += 1;
    if (sets % 2 === 0) broken.push(breakOff());
  };
  const reports = await Promise.all([
    importFiles(database, modules, { paths: [messages, touches], onProgress }),
    importFiles(database, modules, { paths: [tickets, orders] }),
  ]).finally(() => {
    going = false;
  });
  await Promise.all([...others, ...broken]);
  expect(broken.length).toBeGreaterThan(1);
  for (const { status, totals } of reports)
    expect({ status, rejected: totals.rejected }).toEqual({ status: 'DONE', rejected: 0 });
  expect(reports.map(({ totals }) => totals.accepted)).toEqual([3_120, 1_380]);
  expect(told).toBeGreaterThan(0);
  expect(await database.query('SELECT FROM owed')).toEqual([]);
  // What follows is a function of what is recorded: brought about for everybody once more, it changes nothing.
  const kept = await dump(database);
  const everybody = await database.query<{ id: string }>('SELECT id FROM customer WHERE merged_into IS NULL');
  await database.transaction((tx) =>
    follow(tx, subjects, {
      kindsOf: new Map(everybody.map(({ id }) => [id, new Set(subjects.kinds.keys())])),
      standAnew: everybody.map(({ id }) => id),
      kinds: 'any',
    }),
  );
  expect(await dump(database)).toEqual(kept);
}, 240_000);
