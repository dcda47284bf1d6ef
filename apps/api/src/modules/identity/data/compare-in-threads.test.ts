import { expect, it } from 'vitest';
import { normaliseRecord, resolveTable, TableBuilder } from '../domain/engine/index.ts';
import { madeUpPeople } from '../domain/engine/made-up-people.ts';
import { compareInThreads } from './compare-in-threads.ts';

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
}, 60_000);
