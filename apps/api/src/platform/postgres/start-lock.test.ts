import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './start-lock.ts';

describe('the lock of a start', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ancora-lock-'));
    file = join(folder, 'start.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const take = (patienceMs?: number) => withLock(file, async () => 'mine', patienceMs);

  it('is held by one at a time, and free again when its work is over or has failed', async () => {
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(file, work)));
    await expect(withLock(file, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(await take()).toBe('mine');
  });

  it('is taken over from a process that was killed', async () => {
    writeFileSync(file, '999999999');
    expect(await take()).toBe('mine');
  });

  it('belongs to whoever is just about to write in it who they are, but not for ever', async () => {
    writeFileSync(file, '');
    await expect(take(0)).rejects.toThrow('Another start has been under way');
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(file, longAgo, longAgo);
    expect(await take()).toBe('mine');
  });
});
