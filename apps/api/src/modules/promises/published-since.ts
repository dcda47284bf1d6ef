import type { Proportion } from '#kernel/statistics/proportion';
import type { Db } from '#platform/database';
import { publishedNow } from './data/published-promises.ts';
import { shareWithin } from './domain/keepable.ts';
import type { PublishedPromise } from './domain/published-promise.ts';
import { pastPerformances } from './keepable-promises.ts';

/** How a promise that was put up has been kept since. */
export async function keptSince(db: Db, promise: PublishedPromise, asOf: Date): Promise<Proportion> {
  const { kind, channel, calendar, publishedAt, minutes } = promise;
  const past = await pastPerformances(db, { asOf, since: publishedAt, kind, channel, calendar });
  return shareWithin(
    past.map(({ performance }) => performance),
    minutes,
  );
}

/** What was said of promises on the day they were put up (the share kept before), and how they have been kept since. */
export async function publishedSince(
  db: Db,
  asOf: Date,
): Promise<{ id: string; predicted: number | null; since: Proportion }[]> {
  const found: { id: string; predicted: number | null; since: Proportion }[] = [];
  for (const promise of await publishedNow(db)) {
    const { id, basedOn, inTime } = promise;
    found.push({
      id,
      predicted: basedOn > 0 ? inTime / basedOn : null,
      since: await keptSince(db, promise, asOf),
    });
  }
  return found;
}
