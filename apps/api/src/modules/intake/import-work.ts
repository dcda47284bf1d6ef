import type { Database } from '#platform/database';
import { isPassingTrouble } from '#platform/database';
import { checkImport } from './check-import.ts';
import { importsById, setStatus } from './data/imports.ts';
import type { Subjects } from './domain/subjects.ts';
import { settleOwed } from './settle-owed.ts';
import { workOnImport } from './work-on-import.ts';

/** Work that runs in this process, by pool: one import after the other, since they share what they write to. */
interface Bench {
  waiting: string[];
  busy: Promise<void> | undefined;
  stopping: boolean;
}

const benches = new WeakMap<object, Bench>();
const pauseMs = 500;

const benchOf = (database: Database): Bench => {
  let bench = benches.get(database.pool);
  if (!bench) {
    bench = { waiting: [], busy: undefined, stopping: false };
    benches.set(database.pool, bench);
  }
  return bench;
};

/** Among ids of imports: to settle what those before left owed. */
const whatIsOwed = 'owed';

/** Settles what imports of before owe, in the background of this process. */
export const startSettling = (database: Database, subjects: Subjects): void =>
  startWork(database, subjects, whatIsOwed);

/** Starts work on an import that stands at RUNNING or CHECKING, in the background of this process. */
export function startWork(database: Database, subjects: Subjects, importId: string): void {
  const bench = benchOf(database);
  if (bench.stopping || bench.waiting.includes(importId)) return;
  bench.waiting.push(importId);
  bench.busy ??= workThrough(database, subjects, bench).finally(() => {
    bench.busy = undefined;
  });
}

/** Lets the sets that run end and starts no more: imports go on at the next start. */
export async function stopWork(database: Database): Promise<void> {
  const bench = benchOf(database);
  bench.stopping = true;
  await bench.busy;
}

async function workThrough(database: Database, subjects: Subjects, bench: Bench): Promise<void> {
  for (let id = bench.waiting.shift(); id !== undefined; id = bench.waiting.shift()) {
    while (!bench.stopping) {
      try {
        await workOnce(database, subjects, id, () => bench.stopping);
        break;
      } catch (error) {
        if (!isPassingTrouble(error)) {
          await giveUp(database, id, error as Error);
          break;
        }
        // PostgreSQL is away: the import stands where it was committed, and goes on when it is back.
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }
}

async function workOnce(
  database: Database,
  subjects: Subjects,
  id: string,
  stopped: () => boolean,
): Promise<void> {
  if (id === whatIsOwed) return settleOwed(database, subjects, stopped);
  const [run] = await importsById(database, [id]);
  if (run?.status === 'RUNNING') await workOnImport(database, subjects, id, { stopped });
  if (run?.status === 'CHECKING') await checkImport(database, subjects, id, { stopped });
}

async function giveUp(database: Database, id: string, error: Error): Promise<void> {
  // It stays owed, and the next import tries again.
  if (id === whatIsOwed) return;
  await database
    .transaction((tx) => setStatus(tx, id, 'FAILED', `The import stopped: ${error.message}`.slice(0, 500)))
    .catch(() => undefined);
}
