import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A row of a CSV file by its header. */
export type TextRow = Record<string, string>;

/** A user of Zendesk, as far as tests look. */
export interface ReadUser {
  id: number;
  role: string;
  email: string | null;
  phone: string | null;
}

/** The files of a demo, read back whole: for tests, which look at small ones. */
export interface ReadDemo {
  table(name: string): Promise<TextRow[]>;
  objects(name: string): Promise<Record<string, unknown>[]>;
  users(): Promise<ReadUser[]>;
}

/** Reads the files of a demo in a folder, each CSV file once. */
export function readDemo(folder: string): ReadDemo {
  const read = new Map<string, TextRow[]>();
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  return {
    async table(name) {
      const rows = read.get(name) ?? (parse(await text(name), { columns: true }) as TextRow[]);
      read.set(name, rows);
      return rows;
    },
    async objects(name) {
      return (await text(name))
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
    async users() {
      return JSON.parse(await text('zendesk-users.json')).users;
    },
  };
}
