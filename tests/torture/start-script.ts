import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A small script of this folder as a process of its own; resolves with its first line. */
export async function startScript(
  name: string,
  args: readonly string[],
): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, name), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout!.once('data', (piece: Buffer) => resolve(piece.toString('utf8').trim()));
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}.`)));
  });
  return { child, line };
}

/** Waits until a process has ended, at most so long; says whether it has. */
export const hasEnded = (child: ChildProcess, patienceMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(true);
    const timer = setTimeout(() => resolve(false), patienceMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
