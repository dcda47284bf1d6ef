import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { zip } from './zip.ts';

/** What another program finds in a ZIP. */
async function opened(bytes: Buffer): Promise<Record<string, string>> {
  const file = (await promisify<Buffer, object, ZipFile>(fromBuffer)(bytes, {
    lazyEntries: true,
    validateEntrySizes: true,
  })) as ZipFile;
  const found: Record<string, string> = {};
  return new Promise((resolve, reject) => {
    file.on('error', reject);
    file.on('end', () => resolve(found));
    file.on('entry', (entry: Entry) => {
      file.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        const parts: Buffer[] = [];
        for await (const part of stream) parts.push(part as Buffer);
        found[`${entry.fileName} ${entry.getLastModDate({ timezone: 'UTC' }).toISOString()}`] =
          Buffer.concat(parts).toString();
        file.readEntry();
      });
    });
    file.readEntry();
  });
}

describe('A ZIP of ours', () => {
  it('is read by another program: names in every script, packed and stored files, an empty one, and the moment of each', async () => {
    const at = new Date('2026-11-28T22:14:36Z');
    const long = 'the same again and again '.repeat(1_000);
    const parts: Buffer[] = [];
    for await (const part of zip([
      { name: 'fișiere/țară–città.txt', data: Buffer.from('short'), at },
      { name: 'long.txt', data: Buffer.from(long), at },
      { name: 'empty', data: Buffer.alloc(0), at },
    ]))
      parts.push(part);
    const bytes = Buffer.concat(parts);
    expect(bytes.length).toBeLessThan(2_000);
    expect(await opened(bytes)).toEqual({
      'fișiere/țară–città.txt 2026-11-28T22:14:36.000Z': 'short',
      'long.txt 2026-11-28T22:14:36.000Z': long,
      'empty 2026-11-28T22:14:36.000Z': '',
    });
  });

  it('is one also when nothing is in it', async () => {
    const parts: Buffer[] = [];
    for await (const part of zip([])) parts.push(part);
    expect(await opened(Buffer.concat(parts))).toEqual({});
  });
});
