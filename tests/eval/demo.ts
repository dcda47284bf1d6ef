import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { modules } from '../../apps/api/src/app/index.ts';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { agreementOf } from '../../apps/api/src/modules/identity/domain/agreement-of.ts';
import { houseRules, identifyEverybody } from '../../apps/api/src/modules/identity/index.ts';
import { importFiles } from '../../apps/api/src/modules/intake/index.ts';
import { type Database, type Db, migrate, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { startPostgres } from '../../apps/api/src/platform/postgres/index.ts';
import { writeDemoFiles } from '../../apps/api/src/seed/index.ts';
import { forget } from '../support/start-ancora.ts';
import { scorePartition } from './score-partition.ts';

/**
 * `npm run eval:demo`: the demo company through the front door, against its truth: who was joined, who is asked about. With `-- --orders`
 * also how far the order of arrival, and one by one against all at once, come to the same customers.
 */
const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    wrong: { type: 'boolean' },
    orders: { type: 'boolean' },
  },
});
const numbers = new Map<string, number>();
let houses = 0;
const home = join(import.meta.dirname, '../../.ancora/eval-demo');
await forget(home);
const postgres = await startPostgres({ home });
try {
  await migrate(postgres.ownerUrl, migrations);
  layNeighbours(modules);
  const database = await openDatabase({
    url: postgres.appUrl,
    entities: modules.flatMap((module) => module.entities ?? []),
  });
  const folder = await mkdtemp(join(home, 'files-'));
  const written = await writeDemoFiles(folder, {
    people: Number(options.people),
    seed: Number(options.seed),
    today: new Date('2026-11-21T00:00:00Z'),
  });
  const began = performance.now();
  const statements = { count: 0 };
  await importFiles(database, modules, { paths: written.files.map(({ path }) => path), folder });
  const seconds = (performance.now() - began) / 1000;
  const truth: Record<string, string>[] = parse(await readFile(written.truthFile), { columns: true });
  const personOf = new Map(truth.map(({ source_key, person }) => [source_key!, person!]));
  await judge(database, personOf, 'as it came in', { seconds, ...statements });
  const run = await identifyEverybody(database, houseRules());
  await judge(database, personOf, 'after a run over everybody', { ...run });
  const again = await identifyEverybody(database, houseRules());
  await judge(database, personOf, 'after a second run', { ...again });
  await database.close();
  if (options.orders) await compareOrders(written.files.map(({ path }) => path));
} finally {
  await postgres.stop();
}

/** Whose each record is, by where it comes from. */
async function partitionOf(db: Db): Promise<Map<string, string>> {
  const rows = await db.query<{ name: string; customer: string }>(
    `SELECT s.key || ' ' || r.source_key AS name, r.customer_id AS customer FROM source_record r JOIN source s ON s.id = r.source_id WHERE r.kind = 'person'`,
  );
  return new Map(rows.map(({ name, customer }) => [name, customer]));
}

/**
 * Who comes first is of no account: the same files the other way round; and half of them before a run over everybody and half after it,
 * against the next run. B³ between the customers that came about.
 */
async function compareOrders(paths: readonly string[]) {
  const partitions: Map<string, string>[] = [];
  for (const order of [paths, [...paths].reverse()])
    partitions.push(await inNewHouse((db) => bring(db, order)));
  const [straight, back] = partitions as [Map<string, string>, Map<string, string>];
  const both = [...straight.keys()].filter((name) => back.has(name));
  const orderOfArrival = agreementOf(
    both.map((name) => straight.get(name)!),
    both.map((name) => back.get(name)!),
  );
  let incremental = 0;
  let drift = 0;
  await inNewHouse(async (db) => {
    const half = Math.ceil(paths.length / 2);
    await bring(db, paths.slice(0, half));
    await identifyEverybody(db, houseRules());
    await bring(db, paths.slice(half));
    const run = await identifyEverybody(db, houseRules());
    incremental = run.agreement;
    drift = (await identifyEverybody(db, houseRules())).agreement;
    return partitionOf(db);
  });
  process.stdout.write(
    `${JSON.stringify({ when: 'orders', records: both.length, orderOfArrival, incrementalAgainstBatch: incremental, batchAgainstItself: drift })}\n`,
  );
}

async function bring(db: Database, paths: readonly string[]): Promise<Map<string, string>> {
  await importFiles(db, modules, { paths: [...paths], folder: await mkdtemp(join(home, 'files-')) });
  return partitionOf(db);
}

async function inNewHouse<Answer>(live: (db: Database) => Promise<Answer>): Promise<Answer> {
  houses += 1;
  const where = `${home}-${houses}`;
  await forget(where);
  const server = await startPostgres({ home: where });
  try {
    await migrate(server.ownerUrl, migrations);
    const db = await openDatabase({
      url: server.appUrl,
      entities: modules.flatMap((module) => module.entities ?? []),
    });
    const answer = await live(db);
    await db.close();
    return answer;
  } finally {
    await server.stop();
    await forget(where);
  }
}

async function judge(db: Db, personOf: ReadonlyMap<string, string>, when: string, more: object) {
  // A record is known by its own key, or (a shopper, who has none) by the key of an order of theirs.
  const records = await db.query<{ id: string; keys: string[]; customer: string }>(
    `SELECT r.id, ARRAY[r.source_key] || ARRAY(SELECT subject_key FROM signal g WHERE g.source_record_id = r.id AND g.kind = 'order') AS keys,
        r.customer_id AS customer FROM source_record r WHERE r.kind = 'person'`,
  );
  const whose = new Map<string, string>();
  for (const { id, keys } of records)
    for (const key of keys) {
      const person = personOf.get(key.slice(key.lastIndexOf(':') + 1));
      if (person && !whose.has(id)) whose.set(id, person);
    }
  const known = records.filter(({ id }) => whose.has(id));
  const score = scorePartition(
    known.map(({ id }) => whose.get(id)!),
    known.map(({ customer }) => numberOf(customer)),
  );
  const links = await db.query<{ a: string; b: string; text: string }>(
    `SELECT record_ids[1] AS a, record_ids[2] AS b, evidence::text AS text FROM decision WHERE kind = 'auto-link'`,
  );
  const judged = links.filter(({ a, b }) => whose.has(a) && whose.has(b));
  const wrong = judged.filter(({ a, b }) => whose.get(a) !== whose.get(b));
  if (options.wrong) for (const one of wrong) process.stderr.write(`${await wordsOf(db, one)}\n`);
  const doubts = await db.query<{ a: string; b: string; p: number | null }>(
    `SELECT d.source_record_id AS a, d.candidate_record_id AS b, to_jsonb(d)->>'probability' AS p FROM doubt d
       JOIN source_record x ON x.id = d.source_record_id JOIN source_record y ON y.id = d.candidate_record_id
      WHERE d.status = 'open' AND x.customer_id <> y.customer_id`,
  );
  const told = doubts.filter(({ a, b }) => whose.has(a) && whose.has(b));
  const bins = [0, 0.1, 0.5, 0.9, 0.99, 1.01].slice(0, -1).map((from, at, all) => {
    const inside = told.filter(({ p }) => p !== null && Number(p) >= from && Number(p) < (all[at + 1] ?? 2));
    return `${from}: ${inside.filter(({ a, b }) => whose.get(a) === whose.get(b)).length}/${inside.length}`;
  });
  process.stdout.write(
    `${JSON.stringify({
      when,
      ...more,
      records: records.length,
      known: known.length,
      ...score,
      links: links.length,
      judged: judged.length,
      precision: (judged.length - wrong.length) / Math.max(1, judged.length),
      doubts: doubts.length,
      doubtsRight: told.filter(({ a, b }) => whose.get(a) === whose.get(b)).length,
      bins,
    })}\n`,
  );
}

function numberOf(id: string): number {
  if (!numbers.has(id)) numbers.set(id, numbers.size);
  return numbers.get(id)!;
}

async function wordsOf(db: Db, { a, b, text }: { a: string; b: string; text: string }): Promise<string> {
  const rows = await db.query<{ words: string }>(
    `SELECT s.key || ' ' || r.source_key || ' ' || r.current::text AS words FROM source_record r JOIN source s ON s.id = r.source_id WHERE r.id = ANY($1)`,
    [[a, b]],
  );
  return `--- ${rows.map(({ words }) => words).join('\n    ')}\n    ${text}`;
}
