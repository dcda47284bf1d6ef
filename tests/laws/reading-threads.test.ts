import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { modules } from '../../apps/api/src/app/modules.ts';
import { startReader } from '../../apps/api/src/app/read-in-threads.ts';
import { vocabularies } from '../../apps/api/src/app/vocabularies.ts';
import type { FileRow } from '../../apps/api/src/modules/intake/domain/begin-row.ts';
import type { ImportFile } from '../../apps/api/src/modules/intake/domain/import.ts';
import { movedOf, SetPacker, unpackSet } from '../../apps/api/src/modules/intake/domain/packed-set.ts';
import { setsAhead } from '../../apps/api/src/modules/intake/domain/reading-order.ts';
import { layReaders, subjectsOf } from '../../apps/api/src/modules/intake/index.ts';
import {
  beginRows,
  FileTrouble,
  openImportFile,
  readFile,
} from '../../apps/api/src/modules/intake/read-file.ts';
import { rowSets } from '../../apps/api/src/modules/intake/read-rows.ts';
import type { Source } from '../../apps/api/src/modules/sources/index.ts';
import { counted } from '../support/counted-samples.ts';
import { samplesFolder } from '../support/samples.ts';

const subjects = subjectsOf(modules);
const source = { id: 's', key: 'shop', timeZone: 'Europe/Rome' } as Source;
const formatOf = (name: string) => subjects.formats.find((format) => format.name === name)!;
const fileAt = async (storedPath: string, name: string) =>
  ({ storedPath, name, bytes: (await stat(storedPath)).size, reading: null }) as unknown as ImportFile;

/** What stays of rows when the ids that each reading gives are left out. */
const said = (rows: readonly FileRow[]) =>
  rows.map(({ line, cells, begun }) => ({
    line,
    cells,
    begun: Array.isArray(begun) ? begun.map(({ signalId: _, ...taking }) => taking) : begun,
  }));

let folder: string;
let contacts: ImportFile;
const rowsOfFile = 1_500;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ancora-threads-'));
  const lines = Array.from({ length: rowsOfFile }, (_, n) =>
    n % 250 === 7
      ? `${n},Ana,Pop,"a ""quoted"" cell too few"`
      : `${n},Ștefan ${n},Năstase,person.${n}@example.org,+40 721 ${String(n).padStart(6, '0')},2026-03-0${1 + (n % 9)} 09:30:00,${'a note that takes room '.repeat(3)}`,
  );
  const header = 'Record ID,First Name,Last Name,Email,Phone Number,Create Date,City';
  await writeFile(join(folder, 'contacts.csv'), `${header}\n${lines.join('\n')}\n`);
  // Said to be large: what a thread is asked for hangs on that alone.
  contacts = { ...(await fileAt(join(folder, 'contacts.csv'), 'contacts.csv')), bytes: 1_000_000 };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Threads of this test alone, each with the messages that came from it. */
function watchThreads(start = startReader) {
  const started: { worker: Worker; heard: number; hasEnded: boolean }[] = [];
  layReaders(modules, () => {
    const one = { worker: start(), heard: 0, hasEnded: false };
    one.worker.on('message', () => {
      one.heard += 1;
    });
    one.worker.once('exit', () => {
      one.hasEnded = true;
    });
    started.push(one);
    return one.worker;
  });
  return started;
}

async function everyRow(file: ImportFile, from = 0, format = 'hubspot-contacts'): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const set of rowSets(file, formatOf(format), source, subjects, from, 100)) rows.push(...set);
  return rows;
}

async function everyRowHere(file: ImportFile, format = 'hubspot-contacts', from = 0): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const set of readFile(file, formatOf(format), source, subjects.kinds, { from, size: 500 }))
    rows.push(...set);
  return rows;
}

describe('a thread that reads files', () => {
  it('understands what the subjects understand, no more and no less', () => {
    const formats = vocabularies.flatMap(({ formats = [] }) => formats);
    expect(new Set(formats)).toEqual(new Set(subjects.formats));
    expect(formats.length).toBe(subjects.formats.length);
    const bodies = vocabularies.flatMap(({ bodies }) => Object.entries(bodies));
    expect(bodies.length).toBe(subjects.kinds.size);
    for (const [kind, schema] of bodies) expect(subjects.kinds.get(kind)?.schema, kind).toBe(schema);
  });

  it('gives the rows that reading here gives, from any place on, the bad ones with their reason', async () => {
    const started = watchThreads();
    const [there, here] = [await everyRow(contacts), await everyRowHere(contacts)];
    expect(there.length).toBe(rowsOfFile);
    expect(there.filter(({ begun }) => !Array.isArray(begun)).length).toBe(rowsOfFile / 250);
    expect(said(there)).toEqual(said(here));
    expect(said(await everyRow(contacts, 1_234))).toEqual(said(here.slice(1_234)));
    expect(started.length, 'the thread that read the first file read the second').toBe(1);
  });

  it.each<[string, string, string, string]>([
    ['a table of an old Mac', 'mac.csv', 'hubspot-contacts', '\r'],
    ['a table without an end of its last line', 'last.csv', 'hubspot-contacts', '\n'],
    ['objects in every script, some of them refused', 'comments.ndjson', 'zendesk-comments', '\n'],
  ])('gives the rows of %s', async (_, name, format, lineEnd) => {
    watchThreads();
    const rows = Array.from({ length: 250 }, (_, n) =>
      name.endsWith('.csv')
        ? `${n},Ștefan,"Năst""ase ${n}",p${n}@example.org,,2026-03-01 09:30,"${'in two, cells'.repeat(n % 3)}"`
        : JSON.stringify({
            id: n,
            ticket_id: 7,
            body: n % 9 ? `مرحبا 👩‍🌾 ${n}\n"ț" \\ ${String.fromCodePoint(0x1f600 + (n % 60))}` : '',
            public: n % 2 === 0,
            author_id: n % 50 ? 12 : null,
            created_at: n % 20 ? '2026-03-01T09:30:00Z' : 'some day',
          }),
    );
    const header = name.endsWith('.csv')
      ? ['Record ID,First Name,Last Name,Email,Phone Number,Create Date,City']
      : [];
    await writeFile(join(folder, name), [...header, ...rows].join(lineEnd));
    const file = { ...(await fileAt(join(folder, name), name)), bytes: 1_000_000 };
    const there = await everyRow(file, 0, format);
    expect(there.length).toBe(250);
    expect(said(there)).toEqual(said(await everyRowHere(file, format)));
  });

  it('reads no more than a few sets ahead, whatever the size of the file', async () => {
    const started = watchThreads();
    let taken = 0;
    for await (const _ of rowSets(contacts, formatOf('hubspot-contacts'), source, subjects, 0, 25)) {
      taken += 1;
      await vi.waitUntil(() => started[0]!.heard > taken || taken >= rowsOfFile / 25);
      expect(started[0]!.heard - taken).toBeLessThanOrEqual(setsAhead);
    }
    expect(taken).toBe(rowsOfFile / 25);
  });

  it('ends when nobody takes its sets any more', async () => {
    const started = watchThreads();
    for await (const _ of rowSets(contacts, formatOf('hubspot-contacts'), source, subjects, 0, 500)) break;
    await vi.waitUntil(() => started[0]!.hasEnded);
  });

  it('says of a file that is gone what reading here says', async () => {
    watchThreads();
    const gone = { ...contacts, storedPath: join(folder, 'gone.csv') };
    const here = await everyRowHere(gone).catch((error: Error) => error);
    const there = await everyRow(gone).catch((error: Error) => error);
    expect(there).toBeInstanceOf(FileTrouble);
    expect(there).toEqual(here);
  });

  it('that falls is the trouble of its file, and the next file is read', async () => {
    let falls = true;
    watchThreads(() => {
      if (!falls) return startReader();
      falls = false;
      return new Worker(
        `require('worker_threads').parentPort.once('message', () => { throw new Error('no memory'); })`,
        { eval: true },
      );
    });
    const fell = await everyRow(contacts).catch((error: Error) => error);
    expect(fell).toBeInstanceOf(FileTrouble);
    expect((fell as Error).message).toBe('contacts.csv could not be read to its end: no memory.');
    expect((await everyRow(contacts)).length).toBe(rowsOfFile);
  });

  it('is not asked for a small file, nor by a house of other subjects', async () => {
    const started = watchThreads();
    await everyRow({ ...contacts, bytes: 1_000 });
    const others = subjectsOf([...modules]);
    for await (const _ of rowSets(contacts, formatOf('hubspot-contacts'), source, others, 1_490, 500));
    expect(started).toEqual([]);
  });

  const samples = samplesFolder();
  it.skipIf(!samples).each(Object.entries(counted).filter(([, { format }]) => format))(
    'hands over what %s says as it was (skipped where the samples are not beside the checkout)',
    async (name, { format }) => {
      const file = await fileAt(join(samples!, name), name);
      const opened = await openImportFile(file);
      const packer = new SetPacker(opened.again);
      for await (const piece of beginRows(opened, file, formatOf(format!), source, subjects.kinds, 0))
        for (const { row, raw } of piece) packer.add(row, raw);
      const packed = packer.take();
      const moved = structuredClone(packed, { transfer: movedOf(packed) });
      expect(said(unpackSet(moved))).toEqual(said(await everyRowHere(file, format!)));
    },
  );
});
