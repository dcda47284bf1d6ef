import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresTrouble } from './postgres-trouble.ts';
import { isAlive } from './processes.ts';

const heldHere = new Set<string>();
/** The file is there a moment before it says whose it is: so long it is believed to be somebody's who is about to write. */
const namelessAtMostMs = 10_000;

/** A lock left by a killed process is taken away; renaming first makes sure that only one of several finders does it. */
function clearIfAbandoned(file: string): void {
  const written = readFileSync(file, 'utf8');
  if (written === '' && Date.now() - statSync(file).mtimeMs < namelessAtMostMs) return;
  const holder = Number(written);
  const abandoned = holder === process.pid ? !heldHere.has(file) : !isAlive(holder);
  if (!abandoned) return;
  const aside = `${file}.${process.pid}`;
  renameSync(file, aside);
  if (Number(readFileSync(aside, 'utf8')) !== holder) linkSync(aside, file);
  rmSync(aside, { force: true });
}

/** Runs one piece of work while no other process holds the same lock file; waits at most `patienceMs`. */
export async function withLock<Value>(
  file: string,
  work: () => Promise<Value>,
  patienceMs = 120_000,
): Promise<Value> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    try {
      clearIfAbandoned(file);
    } catch {
      // Somebody was faster: look again.
    }
    if (Date.now() > until)
      throw new PostgresTrouble(
        `Another start has been under way for too long. If none is running, delete ${file}.`,
      );
    await sleep(50);
  }
  heldHere.add(file);
  try {
    return await work();
  } finally {
    heldHere.delete(file);
    rmSync(file, { force: true });
  }
}
