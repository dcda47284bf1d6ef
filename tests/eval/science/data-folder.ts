import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { MissingFile } from './checks.ts';

/** The data of others, read where they lie. */
export class DataFolder {
  constructor(readonly path: string) {}

  private find(file: string): string {
    const found = join(this.path, file);
    if (!existsSync(found)) throw new MissingFile(file);
    return found;
  }

  text(file: string): string {
    return readFileSync(this.find(file), 'utf8');
  }

  /** The rows of a CSV file by the names of its header, unzipped on the way. */
  async *rows(file: string, delimiter = ','): AsyncGenerator<Record<string, string>> {
    const raw = createReadStream(this.find(file));
    const bytes = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
    let header: string[] | undefined;
    for await (const cells of bytes.pipe(
      parse({ delimiter, bom: true, relax_column_count: true }),
    ) as AsyncIterable<string[]>) {
      if (header) {
        const row: Record<string, string> = {};
        for (let i = 0; i < header.length; i++) row[header[i]!] = cells[i] ?? '';
        yield row;
      } else header = cells;
    }
  }

  async all(file: string, delimiter = ','): Promise<Record<string, string>[]> {
    const rows: Record<string, string>[] = [];
    for await (const row of this.rows(file, delimiter)) rows.push(row);
    return rows;
  }
}

/** Days since 1970 of `2010-12-01…` or `19970101`. */
export const dayOf = (text: string): number => {
  const digits = text.replaceAll('-', '');
  return (
    Date.UTC(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)) - 1, Number(digits.slice(6, 8))) /
    86_400_000
  );
};
