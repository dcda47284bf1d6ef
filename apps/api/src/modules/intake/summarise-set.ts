import { type CustomerToSummarise, summarise, writeSummaries } from '#modules/customers';
import type { Tx } from '#platform/database';
import type { Subjects } from './domain/subjects.ts';

/**
 * Brings the summaries of customers up to date after signals of some kinds (or of any): those of `people`, of whom something else is
 * known now, whole; of the others only what subjects tell. Two statements at most, whatever the number of subjects.
 */
export async function summariseSet(
  tx: Tx,
  subjects: Subjects,
  kinds: ReadonlySet<string> | 'any',
  people: readonly CustomerToSummarise[],
  customerIds: readonly string[],
): Promise<void> {
  const concerned = subjects.summarise.filter(({ concerns }) => kinds === 'any' || concerns(kinds));
  const parts = concerned.flatMap(({ part }) => part ?? []);
  await writeSummaries(tx, people, parts);
  const written = new Set(people.map(({ id }) => id));
  summarise(
    tx,
    parts,
    customerIds.filter((id) => !written.has(id)),
  );
  if (customerIds.length > 0) for (const { run } of concerned) await run?.(tx, [...customerIds]);
}
