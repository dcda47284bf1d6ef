import { describe, expect, it } from 'vitest';
import { comingSets } from './coming-sets.ts';
import type { FileRow } from './domain/begin-row.ts';

const row = (line: number): FileRow => ({ line, cells: {}, read: { signals: [] }, begun: [] });

/** A file of sets of these sizes, and what is told of how it is read. */
function fileOf(...sizes: number[]) {
  const told: string[] = [];
  async function* read(): AsyncGenerator<FileRow[], void, undefined> {
    let line = 0;
    for (const size of sizes) {
      told.push(`reads ${size}`);
      yield Array.from({ length: size }, () => row(++line));
    }
  }
  const sets = comingSets(read(), 2, () => told.push('read'));
  return { sets, told };
}
const calm = () => new Promise((resolve) => setImmediate(resolve));

describe('the sets of a file', () => {
  it('come in order, each once, however early they were asked for', async () => {
    for (const sizes of [[2, 2, 1], [2, 2], [1], []]) {
      const { sets, told } = fileOf(...sizes);
      const lines: number[] = [];
      for (let rows = await sets.next(); rows; rows = await sets.next()) {
        sets.readOn();
        sets.readOn();
        await calm();
        lines.push(...rows.map(({ line }) => line));
      }
      expect(lines).toEqual(
        Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, n) => n + 1),
      );
      expect(await sets.next()).toBeUndefined();
      expect(told.filter((one) => one === 'read')).toHaveLength(1);
    }
  });

  it('are not read before somebody wishes, except that the last one shows the end', async () => {
    const { sets, told } = fileOf(2, 2, 1);
    await sets.next();
    await calm();
    expect(told).toEqual(['reads 2']);
    await sets.next();
    sets.readOn();
    await calm();
    // The last set still waits for whoever records it, and the next file can begin to be read.
    expect(told).toEqual(['reads 2', 'reads 2', 'reads 1', 'read']);
  });

  it('tell what went wrong to whoever takes them, and to nobody else', async () => {
    async function* falling(): AsyncGenerator<FileRow[], void, undefined> {
      yield [row(1), row(2)];
      throw new Error('no such file');
    }
    const sets = comingSets(falling(), 2, () => undefined);
    await sets.next();
    sets.readOn();
    await calm();
    await expect(sets.next()).rejects.toThrow('no such file');
    await sets.end();
  });
});
