import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { parse } from 'csv-parse';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyText } from '../../apps/api/src/platform/database/index.ts';
import type { ProfileName } from '../../apps/api/src/seed/index.ts';

/** A record that the house has not met, and whose it is. */
export interface Newcomer {
  source: string;
  said: Said;
  person: string;
}

/** What a record says, as intake would have folded it. */
interface Said {
  values: Record<string, string>;
  emails?: string[];
  phones?: string[];
}

type Row = Record<string, string>;

const ATTRIBUTES = {
  full_name: 'fullName',
  given_name: 'givenName',
  family_name: 'familyName',
  name_suffix: 'nameSuffix',
  birth_date: 'birthDate',
  city: 'city',
  state: 'region',
  postcode: 'postcode',
  country: 'country',
  occupation: 'jobTitle',
} as const;

function saidBy(row: Row): Said {
  const values: Record<string, string> = {};
  for (const [column, attribute] of Object.entries(ATTRIBUTES))
    if (row[column]) values[attribute] = row[column];
  const street = [row.street_number, row.street].filter(Boolean).join(' ');
  if (street) values.street = street;
  const said: Said = { values };
  const emails = [row.email, row.email_2].map((each) => each?.trim() ?? '').filter(Boolean);
  const phones = [row.phone, row.phone_2].map((each) => each ?? '').filter(Boolean);
  if (emails.length) said.emails = emails;
  if (phones.length) said.phones = phones;
  return said;
}

/** The id of the n-th record: version 7 in form, so that a table fills as it does in life. */
export const recordUuid = (n: number): string =>
  `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

async function* withTruth(folder: string): AsyncGenerator<{ row: Row; person: string }> {
  const rows = createReadStream(`${folder}/people.csv`).pipe(parse({ columns: true }));
  const truth = createInterface({ input: createReadStream(`${folder}/people-truth.csv`) })[
    Symbol.asyncIterator
  ]();
  await truth.next();
  for await (const row of rows as AsyncIterable<Row>) {
    const line = (await truth.next()).value as string;
    yield { row, person: line.split(',')[1]! };
  }
}

/** The person behind each record that is known, in the order of `recordUuid`. */
export async function peopleOf(folder: string, records: number): Promise<string[]> {
  const people: string[] = [];
  const lines = createInterface({ input: createReadStream(`${folder}/people-truth.csv`) });
  for await (const line of lines) {
    if (people.length === records + 1) break;
    people.push(line.split(',')[1]!);
  }
  // The first line is the header.
  return people.slice(1);
}

/**
 * Makes a crowd and lays all but the last of its records into PostgreSQL as source records of five systems. The last, which stand in
 * an order of chance like all others, are told later one by one.
 */
export async function layGround(
  client: pg.Client,
  folder: string,
  options: { records: number; newcomers: number; seed: number; profile: ProfileName },
): Promise<Newcomer[]> {
  const { seed, profile } = options;
  const records = options.records + options.newcomers;
  // In a process of its own, so that its memory is not counted.
  await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    join(import.meta.dirname, '../people/generate.ts'),
    ...['--records', `${records}`, '--seed', `${seed}`, '--profile', profile, '--out', folder],
  ]);
  const newcomers: Newcomer[] = [];
  const sources = new Map<string, string>();
  for (const [at, key] of ['crm', 'shop', 'desk', 'newsletter', 'store'].entries()) {
    const id = `02900000-0000-7000-8000-00000000000${at}`;
    await client.query(`INSERT INTO source (id, key, name, system) VALUES ($1, $2, $2, 'csv')`, [id, key]);
    sources.set(key, id);
  }
  async function* lines() {
    let known = 0;
    for await (const { row, person } of withTruth(folder)) {
      const said = saidBy(row);
      if (known === options.records) {
        newcomers.push({ source: row.source!, said, person });
        continue;
      }
      const current = copyText(JSON.stringify({ at: '2026-01-01T00:00:00.000Z', ...said }));
      yield `${recordUuid(known)}\t${sources.get(row.source!)}\tperson\t${row.record_id}\t2026-01-01T00:00:00Z\t${current}\n`;
      known += 1;
    }
  }
  await pipeline(
    Readable.from(lines()),
    client.query(
      copyFrom('COPY source_record (id, source_id, kind, source_key, created_at, current) FROM STDIN'),
    ),
  );
  await client.query('ANALYZE source_record');
  return newcomers;
}
