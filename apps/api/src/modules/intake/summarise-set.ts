import { beginSummaries, type CustomerToSummarise, summarise, writeSummaries } from '#modules/customers';
import type { Tx } from '#platform/database';
import type { Subjects } from './domain/subjects.ts';

/**
 * Brings the summaries of customers up to date after signals of some kinds (or of any): those of `people`, of whom something else is
 * known now, whole; those of `fresh` who have none yet, too; of the others only what subjects tell. Three statements at most, whatever the
 * number of subjects.
 */
export async function summariseSet(
  tx: Tx,
  subjects: Subjects,
  kinds: ReadonlySet<string> | 'any',
  people: readonly CustomerToSummarise[],
  customerIds: readonly string[],
  fresh: readonly string[] = [],
): Promise<void> {
  const concerned = subjects.summarise.filter(({ concerns }) => kinds === 'any' || concerns(kinds));
  const parts = concerned.flatMap(({ part }) => part ?? []);
  await writeSummaries(tx, people, parts);
  const begun = await beginSummaries(
    tx,
    fresh,
    subjects.summarise.flatMap(({ part }) => part ?? []),
  );
  const justBegun = new Set(begun);
  const written = new Set([...people.map(({ id }) => id), ...begun]);
  summarise(
    tx,
    parts,
    customerIds.filter((id) => !written.has(id)),
  );
  for (const { run, concerns } of subjects.summarise) {
    const whose = kinds === 'any' || concerns(kinds) ? customerIds : begun;
    if (whose.length > 0) await run?.(tx, [...whose], justBegun);
  }
}
