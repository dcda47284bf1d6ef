import { groupBy } from '#kernel/batch';
import { dayMs } from '#kernel/days';
import { neighbours } from '#modules/house';
import type { Db } from '#platform/database';
import { promisePerformances } from './data/promises.ts';
import { type BusinessCalendar, openMinutes } from './domain/business-calendar.ts';
import type { Performance } from './domain/keepable.ts';
import { type Keepable, keepableOf } from './domain/offers.ts';
import { type PromiseKind, promiseKinds } from './domain/read-promise-signal.ts';
import { type PromiseSettings, usualPromises } from './domain/settings.ts';

/** What is asked of the past. */
export interface KeepableWish {
  asOf: Date;
  /** From when on; as far back as the settings say, when missing. */
  since?: Date | undefined;
  kind?: PromiseKind | null | undefined;
  channel?: string | null | undefined;
  calendar?: BusinessCalendar | null | undefined;
  settings?: PromiseSettings | undefined;
}

interface Past {
  kind: PromiseKind;
  channel: string;
  performance: Performance;
}

const isKind = (kind: string): kind is PromiseKind => (promiseKinds as readonly string[]).includes(kind);

/**
 * How long what we might promise took so far: what each subject of the house knows of its own work (`Manifest.trackRecords`), and what became of
 * the promises themselves. On the calendar that is asked for, open minutes only.
 */
export async function pastPerformances(db: Db, wish: KeepableWish): Promise<Past[]> {
  const { asOf, calendar = null, settings = usualPromises } = wish;
  const since = wish.since ?? new Date(asOf.getTime() - settings.historyDays * dayMs);
  const records = neighbours().flatMap(({ trackRecords = [] }) => trackRecords);
  const asked = records.filter(({ kind }) => isKind(kind) && (!wish.kind || wish.kind === kind));
  const found: { kind: PromiseKind; channel: string; from: Date; to: Date | null }[] = [];
  for (const { kind, actuals } of asked)
    for (const one of await actuals(db, since)) found.push({ kind: kind as PromiseKind, ...one });
  // Of what a subject keeps time of itself, its own word counts: a promise would be the same case twice.
  const timed = new Set(records.map(({ kind }) => kind));
  for (const one of await promisePerformances(db, since))
    if (!timed.has(one.kind) && (!wish.kind || wish.kind === one.kind)) found.push(one);
  return found.flatMap(({ kind, channel, from, to }) => {
    if (wish.channel && channel !== wish.channel) return [];
    const end = to && to <= asOf ? to : asOf;
    const minutes = calendar
      ? openMinutes(from.getTime(), end.getTime(), calendar)
      : (end.getTime() - from.getTime()) / 60_000;
    return minutes === null || minutes < 0
      ? []
      : [{ kind, channel, performance: { minutes, isDone: to !== null && to <= asOf } }];
  });
}

/** What can be promised of each thing on each channel, the best known first. */
export async function keepablePromises(db: Db, wish: KeepableWish): Promise<Keepable[]> {
  const groups = groupBy(await pastPerformances(db, wish), ({ kind, channel }) => `${kind} ${channel}`);
  return [...groups.values()]
    .map((past) =>
      keepableOf(
        past[0]!.kind,
        past[0]!.channel,
        past.map(({ performance }) => performance),
        wish.settings,
      ),
    )
    .sort((a, b) => b.n - a.n || (a.kind + a.channel < b.kind + b.channel ? -1 : 1));
}
