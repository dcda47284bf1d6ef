import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './processes.ts';

/** Notes that this process uses the server, so that another one that ends does not stop it. */
export function enter(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, String(process.pid)), '');
}

/** Takes the note back; true when nobody else who is alive uses the server. */
export function leave(folder: string): boolean {
  rmSync(join(folder, String(process.pid)), { force: true });
  let others = 0;
  for (const name of readdirSync(folder)) {
    if (isAlive(Number(name))) others += 1;
    else rmSync(join(folder, name), { force: true });
  }
  return others === 0;
}
