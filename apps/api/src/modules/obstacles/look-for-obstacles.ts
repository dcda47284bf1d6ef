import { ticketCases } from '#modules/support';
import type { Database, Db } from '#platform/database';
import { defineJob } from '#platform/jobs';
import { loggedCases } from './data/case-events.ts';
import { writeFound } from './data/write-found.ts';
import type { Case } from './domain/case.ts';
import { collectGaps, findObstacles, usualOf } from './domain/find-obstacles.ts';
import { caseOfTicket } from './domain/ticket-case.ts';

const atOnce = 500;

/** Every case there is, so many at a time. */
async function* everyCase(db: Db): AsyncGenerator<Case[]> {
  let ticketId: string | null = null;
  for (;;) {
    const tickets = await ticketCases(db, ticketId, atOnce);
    if (tickets.length > 0) yield tickets.map(caseOfTicket);
    if (tickets.length < atOnce) break;
    ticketId = tickets.at(-1)!.id;
  }
  let place: readonly [string, string] | null = null;
  for (;;) {
    const cases: Case[] = await loggedCases(db, place, atOnce);
    if (cases.length > 0) yield cases;
    if (cases.length < atOnce) break;
    const last: Case = cases.at(-1)!;
    place = [last.sourceId, last.caseKey];
  }
}

/**
 * Looks at every case for what stood in the way: first how long each step usually takes, then which cases it took too long, went round in
 * circles or fell silent. Looking again with the same cases at the same time finds the same.
 */
export async function lookForObstacles(
  database: Database,
  asOf: Date,
  stopped: () => boolean = () => false,
): Promise<{ cases: number }> {
  const gaps = new Map<string, number[]>();
  for await (const cases of everyCase(database)) for (const { events } of cases) collectGaps(events, gaps);
  const usual = usualOf(gaps);
  let count = 0;
  for await (const cases of everyCase(database)) {
    if (stopped()) break;
    const found = cases.flatMap((one) => {
      const is = findObstacles(one, usual, asOf);
      return is ? [{ one, is }] : [];
    });
    await database.transaction((tx) => writeFound(tx, found, asOf));
    count += found.length;
  }
  return { cases: count };
}

/** Looks again every quarter of an hour: silence becomes an obstacle without anything happening. */
export const lookForObstaclesJob = defineJob({
  name: 'obstacles.look',
  cron: '*/15 * * * *',
  queue: 'obstacles',
  async run({ database, signal }) {
    await lookForObstacles(database, new Date(), () => signal.aborted);
  },
});
