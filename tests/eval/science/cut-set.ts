import { createReadStream, createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { DataFolder } from './data-folder.ts';
import type { RealSet } from './sets.ts';

/** The text of a cell that holds whatever it holds. */
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** A set as a plain file, and its rows; with `every`, of what belongs together only each so many. */
export async function cutSet(
  data: DataFolder,
  { file, delimiter, wholeBy }: RealSet,
  folder: string,
  every = 1,
): Promise<{ path: string; rows: Record<string, string>[] }> {
  const path = join(folder, basename(file, '.gz'));
  const all = await data.all(file, delimiter);
  if (every === 1) {
    await pipeline(createReadStream(join(data.path, file)), createGunzip(), createWriteStream(path));
    return { path, rows: all };
  }
  const places = new Map<string, number>();
  const placeOf = (row: Record<string, string>, n: number) => {
    const key = wholeBy ? row[wholeBy]! : String(n);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  };
  const rows = all.filter((row, n) => placeOf(row, n) % every === 0);
  const columns = Object.keys(rows[0]!);
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]!))];
  await writeFile(path, lines.map((cells) => cells.map(quoted).join(delimiter)).join('\n'));
  return { path, rows };
}
