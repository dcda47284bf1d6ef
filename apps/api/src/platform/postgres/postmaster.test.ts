import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopPostmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';

let folder: string;
let started: ChildProcess | undefined;

/** Starts this Node under the given name, and returns its number once it listens to signals. */
async function startAs(name: string, onInterrupt: string): Promise<number> {
  const program = join(folder, name);
  symlinkSync(process.execPath, program);
  // Node 24 names its first thread by itself, and the system calls a program by its first thread's name.
  const script = `process.title = '${name}';
    process.on('SIGINT', () => { ${onInterrupt} });
    setTimeout(() => {}, 60_000);
    console.log('ready');`;
  started = spawn(program, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(started.stdout!, 'data');
  return started.pid!;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ancora-postmaster-'));
});

afterAll(() => {
  started?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(process.platform === 'win32')('who stops a PostgreSQL', () => {
  it('waits until its process has ended, not only until it takes its mark away', async () => {
    const pid = await startAs('postgres', 'setTimeout(() => process.exit(), 400);');
    await stopPostmaster(pid);
    expect(isAlive(pid)).toBe(false);
  });

  it('leaves a program alone that got its number since', async () => {
    const pid = await startAs('calculator', 'process.exit();');
    await stopPostmaster(pid);
    expect(isAlive(pid)).toBe(true);
  });
});
