import { expect, it } from 'vitest';
import { copyText } from '#kernel/copy-text';
import { normaliseRecord, resolveTable, TableBuilder } from '../domain/engine/index.ts';
import { madeUpPeople } from '../domain/engine/made-up-people.ts';
import { statementFields } from '../domain/engine/record-of-statement.ts';
import { compareInThreads } from './compare-in-threads.ts';
import { layInThreads } from './lay-in-threads.ts';

it('finds the same people in three threads as in one', async () => {
  const builder = new TableBuilder();
  for (const { id, source, fields } of madeUpPeople(600))
    builder.add(id, source, normaliseRecord({ id, source, fields }, { others: [] }));
  const table = builder.build();
  const alone = await resolveTable(table);
  const together = await resolveTable(table, compareInThreads(table, 3, 1));
  expect(together.entity).toEqual(alone.entity);
  expect(together.edges).toEqual(alone.edges);
  expect(new Set(alone.entity).size).toBeLessThan(table.size);
});

it('lays the same table from lines in threads as here', async () => {
  const lines = madeUpPeople(900).map(({ id, source, fields }) => {
    const value = (field: string) => fields[field]?.[0];
    const values = {
      givenName: value('given_name'),
      familyName: value('family_name'),
      city: value('city'),
      country: 'IT',
    };
    const said = { at: '2026-01-01', values, emails: fields.email ?? [], phones: fields.phone ?? [] };
    return `${id}\t${source}\t${copyText(JSON.stringify(said))}\n`;
  });
  const pieces = async function* () {
    for (let at = 0; at < lines.length; at += 100)
      yield Uint8Array.from(Buffer.from(lines.slice(at, at + 100).join('')));
  };
  const here = await layInThreads(pieces(), statementFields, 1);
  const there = await layInThreads(pieces(), statementFields, 3, 150);
  expect(here.crew).toBeUndefined();
  await there.crew!.end();
  expect(there.table).toEqual(here.table);
  expect(here.table.size).toBe(lines.length);
});
