import { join } from 'node:path';
import { toSecond } from '../calendar.ts';
import { CsvFile } from '../files/csv-file.ts';
import type { System } from '../people/person.ts';
import { sight } from '../people/sight.ts';
import { type Desk, ofKind, type SystemWriter } from './writer.ts';

const PROMISES = [
  'Promise ID',
  'Email',
  'Promise',
  'Kind',
  'Channel',
  'Promised by',
  'Made at',
  'Due at',
  'Done at',
  'Evidence',
] as const;

/** The tables that Casa Marea keeps itself, beside its systems: what was promised to whom. */
export async function openOwnTables({ folder, world }: Desk): Promise<SystemWriter> {
  const path = join(folder, 'promises.csv');
  const promises = await CsvFile.create(path, PROMISES);
  return {
    files: [{ path, source: 'csv', kind: 'promises', file: promises.file, happened: true }],
    async meet({ person, happenings }) {
      const emails = new Map<System, string | undefined>();
      const emailIn = (system: System) => {
        if (!emails.has(system))
          emails.set(system, sight(world.seed, person, system, world.today).email || undefined);
        return emails.get(system);
      };
      let number = 0;
      for (const promise of ofKind(happenings, 'promise')) {
        number += 1;
        const email = emailIn(promise.in);
        // Whoever chats without an address is in no table.
        if (!email) continue;
        await promises.add({
          'Promise ID': `P-${person.number}-${number}`,
          Email: email,
          Promise: promise.words,
          Kind: promise.about,
          Channel: promise.channel,
          'Promised by': promise.by,
          'Made at': toSecond(promise.at),
          'Due at': toSecond(promise.dueAt),
          'Done at': promise.doneAt === undefined ? '' : toSecond(promise.doneAt),
          Evidence: promise.evidence,
        });
      }
    },
  };
}
