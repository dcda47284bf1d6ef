import { mkdtemp, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { modules } from '../../apps/api/src/app/index.ts';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { recordOfStatement } from '../../apps/api/src/modules/identity/domain/engine/record-of-statement.ts';
import { learntOf, matchEverybody, matchRecord } from '../../apps/api/src/modules/identity/index.ts';
import { migrate, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { startPostgres } from '../../apps/api/src/platform/postgres/index.ts';
import { PROFILES, type ProfileName } from '../../apps/api/src/seed/index.ts';
import { forget } from '../support/start-ancora.ts';
import { layGround, peopleOf, recordUuid } from './identity-data.ts';
import { quantile, round } from './load.ts';
import { processorTime } from './processor-time.ts';

/**
 * `npm run bench:identity -- --records N --json`: whose are a million records? A crowd (`docs/people-generator.md`) stands in
 * PostgreSQL as source records. Timed: a run over everybody, out of PostgreSQL, through the engine, and what it found back in;
 * then records nobody has met, one at a time, each from its text to the known records it may be.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    records: { type: 'string' },
    newcomers: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '20' },
    profile: { type: 'string', default: 'crm' },
  },
});
const say = (text: string) => process.stderr.write(`${text}\n`);
const records = Number(options.records ?? (options.quick ? 20_000 : 1_000_000));
const newcomers = Number(options.newcomers);
if (!(records > 0) || !(newcomers > 0) || !Object.hasOwn(PROFILES, options.profile)) {
  say('--records and --newcomers are numbers, --profile is mild, crm, harsh or adversarial');
  process.exit(1);
}

const home = join(import.meta.dirname, '../../.ancora/bench-identity');
await forget(home);
const postgres = await startPostgres({ home });
const folder = await mkdtemp(join(home, 'crowd-'));
try {
  await migrate(postgres.ownerUrl, migrations);
  const entities = modules.flatMap((one) => one.entities ?? []);
  const database = await openDatabase({ url: postgres.appUrl, entities, poolSize: 3 });
  const owner = new pg.Client({ connectionString: postgres.ownerUrl });
  // A server that stops because of another error must not hide that error.
  owner.on('error', (error) => say(error.message));
  await owner.connect();
  say(`making ${records} records of a crowd`);
  const strangers = await layGround(owner, folder, {
    records,
    newcomers,
    seed: Number(options.seed),
    profile: options.profile as ProfileName,
  });

  say('a run over everybody');
  const before = process.resourceUsage().maxRSS;
  const processor = process.cpuUsage();
  const began = performance.now();
  let backend = 0;
  const run = await database.transaction(async (tx) => {
    backend = (await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid'))[0]!.pid;
    return matchEverybody(tx);
  });
  const totalSeconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(processor);
  const ofPostgres = processorTime([backend]);
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1_024);
  const { read: _read, write: _write, ...engine } = run.steps;
  const engineSeconds = Object.values(engine).reduce((sum, step) => sum + step, 0) / 1_000;
  say(
    `${run.entities} people found; ${Object.entries(run.steps)
      .map(([step, milliseconds]) => `${step} ${round(milliseconds / 1_000, 1)} s`)
      .join(', ')}`,
  );
  // What PostgreSQL would do by itself within a minute.
  await owner.query('VACUUM ANALYZE match_key, match_record, match_value');

  const people = await peopleOf(folder, records);
  const personOf = new Map(people.map((person, n) => [recordUuid(n), person]));
  const learnt = (await learntOf(database))!;
  const latencies: number[] = [];
  let [sure, right, known, found] = [0, 0, 0, 0];
  const acquainted = new Set(people);
  const warm = Math.min(200, newcomers >> 2);
  for (const [n, { source, said, person }] of strangers.entries()) {
    const asked = performance.now();
    const likely = await matchRecord(database, learnt, recordOfStatement('new', source, said), 0);
    if (n >= warm) latencies.push(performance.now() - asked);
    if (acquainted.has(person)) known += 1;
    const best = likely[0];
    if (best && personOf.get(best.recordId) === person) found += 1;
    if (best && best.probability >= 0.99) {
      sure += 1;
      if (personOf.get(best.recordId) === person) right += 1;
    }
  }
  latencies.sort((a, b) => a - b);
  const result = {
    machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version },
    records,
    profile: options.profile,
    people: run.entities,
    engineSeconds: round(engineSeconds),
    totalSeconds: round(totalSeconds),
    /** Processor time of the run: on a busy machine this stands still where seconds do not. */
    processorSeconds: {
      program: round((user + system) / 1e6),
      postgres: ofPostgres === undefined ? null : round(ofPostgres / 1_000),
    },
    peakMiB,
    memoryBeforeMiB: Math.round(before / 1_024),
    steps: Object.fromEntries(Object.entries(run.steps).map(([step, value]) => [step, round(value / 1_000)])),
    keysPerRecord: round(run.keys / records),
    online: {
      p50Ms: round(quantile(latencies, 0.5)),
      p99Ms: round(quantile(latencies, 0.99)),
      newcomers,
      /** Of those whose person was known: the best candidate was that person. */
      found: round(found / Math.max(1, known), 4),
      /** Of the best candidates with p ≥ .99 (one pair alone, before any rule of merging): they were that person. */
      rightWhenSure: round(right / Math.max(1, sure), 4),
      sure,
    },
  };
  await owner.end();
  await database.close();
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else say(JSON.stringify(result, null, 2));
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  await forget(home);
}
