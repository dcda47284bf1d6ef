import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { modules } from '../../apps/api/src/app/index.ts';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { importFiles, subjectsOf, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import { migrate, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { startPostgres } from '../../apps/api/src/platform/postgres/index.ts';
import { forget } from '../support/start-ancora.ts';
import { contactColumns, ticketOf, writeContacts } from './intake-data.ts';
import { median, quantile } from './load.ts';

/**
 * `npm run bench:intake`: what the front door takes in. Online: whole transactions of one signal each, 8 at a time, on a durable
 * PostgreSQL. Bulk: contacts of a CSV file through the whole import, beside COPY of the same rows into a bare table, in turns.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    rows: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 3 : 11));
const rows = Number(options.rows ?? (options.quick ? 4_000 : 20_000));
const onlineSeconds = options.quick ? 3 : 5;
const lanes = 8;
const say = (text: string) => process.stderr.write(`${text}\n`);

const root = join(import.meta.dirname, '../..');
const home = join(root, '.ancora', 'bench-intake');
await forget(home);
const postgres = await startPostgres({ home });
const folder = await mkdtemp(join(home, 'files-'));
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);

try {
  await migrate(postgres.ownerUrl, migrations);
  layNeighbours(modules);
  const entities = modules.flatMap((one) => one.entities ?? []);
  const database = await openDatabase({ url: postgres.appUrl, entities, poolSize: lanes + 1 });
  const owner = new pg.Client({ connectionString: postgres.ownerUrl });
  await owner.connect();
  await owner.query(
    `CREATE UNLOGGED TABLE bench_bare (${contactColumns.map((_, n) => `c${n} text`).join(', ')})`,
  );
  await owner.query('ALTER TABLE bench_bare SET LOGGED');
  const source = await database.transaction((tx) => ensureSource(tx, 'bench', 'zendesk'));
  const subjects = subjectsOf(modules);

  let told = 0;
  const online = async (seconds: number): Promise<{ perSecond: number; latencies: number[] }> => {
    const latencies: number[] = [];
    const began = performance.now();
    const until = began + seconds * 1_000;
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        while (performance.now() < until) {
          const signal = ticketOf(told++);
          const asked = performance.now();
          const [outcome] = await database.transaction((tx) => takeIn(tx, subjects, source, [signal]));
          if (outcome?.outcome !== 'taken') throw new Error(`Not taken: ${JSON.stringify(outcome)}`);
          latencies.push(performance.now() - asked);
        }
      }),
    );
    return { perSecond: (latencies.length / (performance.now() - began)) * 1_000, latencies };
  };

  const copy = async (path: string): Promise<number> => {
    await owner.query('TRUNCATE bench_bare');
    const began = performance.now();
    await pipeline(
      createReadStream(path, { highWaterMark: 256 * 1024 }),
      owner.query(copyFrom('COPY bench_bare FROM STDIN (FORMAT csv, HEADER)')),
    );
    return (rows / (performance.now() - began)) * 1_000;
  };
  const written = async (): Promise<number> => {
    const { rows: tables } = await owner.query<{ n: string }>(
      `SELECT sum(pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_tuples_inserted(oid)) AS n FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'bench_bare'`,
    );
    return Number(tables[0]?.n ?? 0);
  };
  const bulk = async (path: string): Promise<number> => {
    const began = performance.now();
    const report = await importFiles(database, modules, { paths: [path] });
    const took = performance.now() - began;
    if (report.totals.accepted !== rows || report.totals.rejected > 0)
      throw new Error(`Not every row was taken: ${JSON.stringify(report)}`);
    return (rows / took) * 1_000;
  };

  say('warming up');
  await online(1);
  const warm = await writeContacts(join(folder, 'warm.csv'), 9_000_000, rows);
  await bulk(warm);
  const measured = {
    perSecond: [] as number[],
    latencies: [] as number[],
    bulk: [] as number[],
    ratio: [] as number[],
  };
  const before = await written();
  for (let round = 0; round < rounds; round += 1) {
    const path = await writeContacts(join(folder, `contacts-${round}.csv`), round * rows, rows);
    const one = await online(onlineSeconds);
    measured.perSecond.push(one.perSecond);
    for (const latency of one.latencies) measured.latencies.push(latency);
    const pair = { copied: 0, imported: 0 };
    const turns = [
      async () => {
        pair.copied = await copy(path);
      },
      async () => {
        pair.imported = await bulk(path);
      },
    ];
    if (round % 2) turns.reverse();
    for (const turn of turns) await turn();
    measured.bulk.push(pair.imported);
    measured.ratio.push(pair.imported / pair.copied);
    say(
      `round ${round + 1}/${rounds}: ${Math.round(one.perSecond)} transactions/s; ${Math.round(pair.imported)} rows/s, COPY ${Math.round(pair.copied)} rows/s`,
    );
  }
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  const inserted = (await written()) - before;
  measured.latencies.sort((a, b) => a - b);
  const round2 = (value: number) => Math.round(value * 100) / 100;
  const result = {
    machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version },
    online: {
      perSecond: Math.round(median(measured.perSecond)),
      p50Ms: round2(quantile(measured.latencies, 0.5)),
      p99Ms: round2(quantile(measured.latencies, 0.99)),
      connections: lanes,
    },
    bulk: {
      rowsPerSecond: Math.round(median(measured.bulk)),
      ratioToCopy: Math.round(median(measured.ratio) * 10_000) / 10_000,
      peakMiB: Math.round(peak / 1024 / 1024),
      rows,
      tableRowsWrittenInAll: inserted,
    },
  };
  await owner.end();
  await database.close();
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else say(JSON.stringify(result, null, 2));
} finally {
  clearInterval(watch);
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  await forget(home);
}
