import { groupBy } from '#kernel/batch';
import { neighbours } from '#modules/house';
import type { Db } from '#platform/database';
import { type AnswerSearch, answersToCount, type CountedAnswer } from './data/answers.ts';
import { channelScores, scoredInstruments } from './domain/channel-scores.ts';
import { driversOf } from './domain/drivers.ts';
import { npsOf, recommendersOf } from './domain/nps.ts';
import { npsByChannel } from './domain/nps-by-channel.ts';
import { cesOf, csatOf } from './domain/satisfaction.ts';

const answersOf = (some: readonly CountedAnswer[], instrument: CountedAnswer['instrument']) =>
  some.filter((one) => one.instrument === instrument && one.answeredAt !== null && one.value !== null);
const askedOf = (some: readonly CountedAnswer[], instrument: CountedAnswer['instrument']): number =>
  some.filter((one) => one.instrument === instrument).length;

const recommenders = (some: readonly CountedAnswer[]) =>
  recommendersOf(answersOf(some, 'nps').map(({ value }) => value));

/** The share of contacts (the latest of the period, where there are very many) that each channel had: what answers are weighted with, because channels answer at different rates. */
export async function contactMix(db: Db, search: AnswerSearch): Promise<Record<string, number>> {
  const records = neighbours()
    .flatMap(({ trackRecords = [] }) => trackRecords)
    .filter(({ kind }) => kind === 'reply');
  const counts = new Map<string, number>();
  for (const { actuals } of records)
    for (const { channel } of await actuals(db, search.from ?? new Date(0), search.until))
      counts.set(channel, (counts.get(channel) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return Object.fromEntries([...counts].map(([channel, n]) => [channel, n / all]));
}

/** The scores of a search: would they recommend us, are they satisfied, was it easy; all together, by channel and by month. */
export async function countAnswers(db: Db, search: AnswerSearch) {
  const [rows, earlier, mix] = await Promise.all([
    answersToCount(db, search),
    // What is usual on a channel is what it was before the period; without one there is nothing before.
    search.from ? answersToCount(db, { ...search, from: null, until: search.from }) : null,
    contactMix(db, search),
  ]);
  const nps = rows.filter(({ instrument }) => instrument === 'nps');
  const byChannel = [...groupBy(nps, ({ channel }) => channel ?? 'other')];
  const weighted = npsByChannel(
    Object.fromEntries(
      byChannel.map(([channel, some]) => [channel, { ...recommenders(some), asked: some.length }]),
    ),
    mix,
  );
  const months = [...groupBy(nps, ({ askedAt }) => askedAt.toISOString().slice(0, 7))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    asked: askedOf(rows, 'nps'),
    recommenders: recommenders(rows),
    nps: npsOf(recommenders(rows)),
    weighted,
    channels: byChannel.map(([channel, some]) => ({ channel, recommenders: recommenders(some) })),
    months: months.map(([month, some]) => ({
      month,
      recommenders: recommenders(some),
      nps: npsOf(recommenders(some)),
    })),
    instruments: scoredInstruments.map((instrument) =>
      channelScores(instrument, {
        asked: rows.filter((one) => one.instrument === instrument),
        earlier: earlier?.filter((one) => one.instrument === instrument) ?? null,
        mix,
      }),
    ),
    csat: csatOf(answersOf(rows, 'csat')),
    ces: cesOf(answersOf(rows, 'ces')),
  };
}

/** What goes with recommending us, in a search: refused with too few complete answers. */
export async function countDrivers(db: Db, search: AnswerSearch) {
  const rated = answersOf(await answersToCount(db, { ...search, instruments: ['nps'] }), 'nps').filter(
    ({ drivers }) => Object.keys(drivers).length > 0,
  );
  const counts = new Map<string, number>();
  for (const { drivers } of rated)
    for (const name of Object.keys(drivers)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, 10)
    .map(([name]) => name);
  return driversOf(
    rated.map(({ id, value, drivers }) => ({ id, outcome: value, drivers })),
    names,
  );
}
