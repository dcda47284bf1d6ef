import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { modules, readInThreads } from '../../apps/api/src/app/index.ts';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { layNeighbours, type Signal } from '../../apps/api/src/modules/house/index.ts';
import { importFiles, openCommonDoor, subjectsOf } from '../../apps/api/src/modules/intake/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import { migrate, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { startPostgres } from '../../apps/api/src/platform/postgres/index.ts';
import { forget } from '../support/start-ancora.ts';
import { eventsPerPerson, rowsOfDemo, writeEvents, writeKnownPeople } from './company-files.ts';
import { copyFile, copyRowsSince, layBareTables, momentOf } from './copy-of-rows.ts';
import { contactColumns, ticketOf, writeContacts } from './intake-data.ts';
import { median, round } from './load.ts';
import { figuresOnline, nobodyYet, noteRound, type Online } from './online-figures.ts';
import { watchProcessor } from './processor-time.ts';
import { ComeAgain, closedLoop, openLoop, type Told } from './tell-online.ts';

/**
 * `npm run bench:intake`: what the front door takes in, on a durable PostgreSQL. Online: deliveries of one signal each, answered when they are
 * committed, by 1, 4 and 8 lanes that never rest, and arriving 300 a second by themselves (with how many went in together, and what one cost
 * both sides). Bulk: two imports, one of people nobody knew and one of what
 * happened to people who are known, each beside COPY of the very rows that it left in all tables, in the same round.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    rows: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    /** Reads files where they are asked for, and not in a thread: what that takes from the first thread, and what it costs. */
    here: { type: 'boolean' },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 3 : 11));
const rows = Number(options.rows ?? (options.quick ? 4_000 : 20_000));
const onlineSeconds = options.quick ? 2 : 5;
const offeredRate = 300;
const lanesTried = [1, 4, 8];
const lanes = 8;
const say = (text: string) => process.stderr.write(`${text}\n`);
const wanted = (part: 'online' | 'bulk') => !options.only || options.only === part;

const root = join(import.meta.dirname, '../..');
const home = join(root, '.ancora', 'bench-intake');
await forget(home);
const postgres = await startPostgres({ home });
const folder = await mkdtemp(join(home, 'files-'));
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);

/** What one kind of import came to, a figure a round. */
interface Measured {
  rowsPerSecond: number[];
  ratioToCopy: number[];
  ratioToCopyOfFile: number[];
  tableRowsPerRow: number[];
  secondsPerRow: number[];
  copySecondsPerRow: number[];
  /** Microseconds of processor time for each row: of this program, and of PostgreSQL's connections. */
  programUs: number[];
  /** Of it, the first thread alone. */
  mainThreadUs: number[];
  postgresUs: number[];
  copyUs: number[];
}
const nothing = (): Measured => ({
  rowsPerSecond: [],
  ratioToCopy: [],
  ratioToCopyOfFile: [],
  tableRowsPerRow: [],
  secondsPerRow: [],
  copySecondsPerRow: [],
  programUs: [],
  mainThreadUs: [],
  postgresUs: [],
  copyUs: [],
});

try {
  await migrate(postgres.ownerUrl, migrations);
  layNeighbours(modules);
  if (!options.here) readInThreads();
  const entities = modules.flatMap((one) => one.entities ?? []);
  const database = await openDatabase({ url: postgres.appUrl, entities, poolSize: lanes + 1 });
  const owner = new pg.Client({ connectionString: postgres.ownerUrl });
  // Its end comes with the server's; what went wrong before is what counts.
  owner.on('error', () => undefined);
  await owner.connect();
  const tables = await layBareTables(owner);
  const source = await database.transaction((tx) => ensureSource(tx, 'bench', 'zendesk'));
  const subjects = subjectsOf(modules);

  let setSizes: number[] = [];
  const door = openCommonDoor(database, subjects, { noteSet: (size) => setSizes.push(size) });
  let told = 0;
  const tell = async (): Promise<void> => {
    const signal: Signal = ticketOf(told++);
    const outcomes = await door.take(source, [{ raw: signal, signals: [signal] }]);
    if (outcomes === 'full') throw new ComeAgain('Too much waits.');
    if (outcomes[0]?.outcome !== 'taken') throw new Error(`Not taken: ${JSON.stringify(outcomes)}`);
  };
  /** Imports files and answers with seconds; every row must be taken. */
  const bring = async (paths: string[]): Promise<{ seconds: number; rows: number }> => {
    const began = performance.now();
    const report = await importFiles(database, modules, { paths });
    const seconds = (performance.now() - began) / 1_000;
    if (report.totals.rejected > 0 || report.status !== 'DONE')
      throw new Error(`Not every row was taken: ${JSON.stringify(report)}`);
    return { seconds, rows: report.totals.accepted };
  };
  const measure = async (into: Measured, paths: string[], file?: string): Promise<string> => {
    const since = await momentOf(owner);
    const watch = await watchProcessor(postgres.ownerUrl, process.pid, 'ancora');
    const before = watch();
    const brought = await bring(paths);
    const after = watch();
    const copied = await copyRowsSince(owner, tables, since, folder);
    if (before.server !== undefined && before.postgres !== undefined) {
      into.programUs.push(((after.server! - before.server) * 1_000) / brought.rows);
      if (before.mainThread !== undefined)
        into.mainThreadUs.push(((after.mainThread! - before.mainThread) * 1_000) / brought.rows);
      into.postgresUs.push(((after.postgres! - before.postgres) * 1_000) / brought.rows);
      into.copyUs.push((copied.processorMs * 1_000) / brought.rows);
    }
    into.rowsPerSecond.push(brought.rows / brought.seconds);
    into.ratioToCopy.push(copied.seconds / brought.seconds);
    into.tableRowsPerRow.push(copied.tableRows / brought.rows);
    into.secondsPerRow.push(brought.seconds / brought.rows);
    into.copySecondsPerRow.push(copied.seconds / brought.rows);
    if (file)
      into.ratioToCopyOfFile.push((await copyFile(owner, file, contactColumns.length)) / brought.seconds);
    return `${Math.round(brought.rows / brought.seconds)} rows/s (${round(copied.tableRows / brought.rows, 1)} table rows each; COPY of those ${Math.round(copied.tableRows / copied.seconds)}/s, ratio ${round(copied.seconds / brought.seconds, 3)})`;
  };

  const measureOnline = async (into: Online, run: () => Promise<Told>): Promise<Told> => {
    const watch = await watchProcessor(postgres.ownerUrl, process.pid, 'ancora');
    setSizes = into.setSizes;
    const before = watch();
    const one = await run();
    noteRound(into, one, before, watch());
    return one;
  };

  const closed = new Map(lanesTried.map((n) => [n, nobodyYet()]));
  const offered = nobodyYet();
  const people = nothing();
  const events = nothing();
  const knownCount = Math.max(10, Math.round(rows / eventsPerPerson / 10) * 10);
  const onePeople = (n: number) => writeContacts(join(folder, `contacts-${n}.csv`), n * rows, rows);

  say('warming up');
  if (wanted('online')) await closedLoop(tell, lanes, onlineSeconds);
  if (wanted('bulk')) {
    await bring([await onePeople(900)]);
    await bring(await writeKnownPeople(folder, 90_000_000, knownCount));
    await bring((await writeEvents(folder, 90_000_000, knownCount)).paths);
  }

  // What was made ready is on the disk before anything is measured: else the system writes it when it is half a minute old, and a commit waits 100 ms.
  spawnSync('sync');
  for (let turn = 0; turn < rounds; turn += 1) {
    say(`round ${turn + 1}/${rounds}`);
    if (wanted('online')) {
      for (const [n, into] of closed)
        await measureOnline(into, () => closedLoop(tell, n, onlineSeconds / (n === lanes ? 1 : 2)));
      await measureOnline(offered, () => openLoop(tell, offeredRate, onlineSeconds, turn + 1));
      const inTurn = [...closed].map(([n, { perSecond }]) => `${n} lanes ${Math.round(perSecond.at(-1)!)}/s`);
      say(`  ${inTurn.join(', ')}; at ${offeredRate}/s offered p99 ${round(offered.p99.at(-1)!, 1)} ms`);
    }
    if (wanted('bulk')) {
      const contacts = await onePeople(turn);
      const known = await writeKnownPeople(folder, turn * knownCount, knownCount);
      const happened = await writeEvents(folder, turn * knownCount, knownCount);
      say(`  people: ${await measure(people, [contacts], contacts)}`);
      await bring(known);
      say(`  events: ${await measure(events, happened.paths)}`);
    }
  }

  const [weightOfPeople, weightOfEvents] = [
    rowsOfDemo.people / (rowsOfDemo.people + rowsOfDemo.events),
    rowsOfDemo.events / (rowsOfDemo.people + rowsOfDemo.events),
  ];
  const mixed = (key: 'secondsPerRow' | 'copySecondsPerRow') =>
    people[key].map((value, n) => value * weightOfPeople + events[key][n]! * weightOfEvents);
  const figuresOf = (of: Measured) => ({
    rowsPerSecond: Math.round(median(of.rowsPerSecond)),
    ratioToCopy: round(median(of.ratioToCopy), 4),
    tableRowsPerRow: round(median(of.tableRowsPerRow), 1),
    // On a busy machine these stand still while the rates above are shared with whoever else is there.
    ...(of.copyUs.length > 0
      ? {
          processorUsPerRow: {
            program: Math.round(median(of.programUs)),
            ...(of.mainThreadUs.length > 0 ? { mainThread: Math.round(median(of.mainThreadUs)) } : {}),
            postgres: Math.round(median(of.postgresUs)),
            copy: Math.round(median(of.copyUs)),
          },
        }
      : {}),
    copiedTableRowsPerSecond: Math.round(median(of.tableRowsPerRow) / median(of.copySecondsPerRow)),
  });
  const best = closed.get(lanes)!;
  const result = {
    machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version },
    ...(wanted('online')
      ? {
          online: {
            perSecond: Math.round(median(best.perSecond)),
            // Of what arrives by itself; how long lanes that never rest wait for each other says little about a sender.
            ...figuresOnline(offered),
            offeredPerSecond: offeredRate,
            takenPerSecond: Math.round(median(offered.perSecond)),
            refused: offered.refused,
            closedLoop: [...closed].map(([n, one]) => ({
              lanes: n,
              perSecond: Math.round(median(one.perSecond)),
              ...figuresOnline(one),
            })),
          },
        }
      : {}),
    ...(wanted('bulk')
      ? {
          bulk: {
            rowsPerSecond: Math.round(1 / median(mixed('secondsPerRow'))),
            ratioToCopy: round(
              median(mixed('copySecondsPerRow').map((copied, n) => copied / mixed('secondsPerRow')[n]!)),
              4,
            ),
            peakMiB: Math.round(peak / 1024 / 1024),
            rows,
            people: { ...figuresOf(people), ratioToCopyOfFile: round(median(people.ratioToCopyOfFile), 4) },
            events: figuresOf(events),
            weights: { people: round(weightOfPeople), events: round(weightOfEvents) },
          },
        }
      : {}),
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
