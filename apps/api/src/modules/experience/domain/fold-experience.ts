import { dayMs } from '#kernel/days';
import { foldAll } from '#kernel/ordered-fold';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import type { Lived } from '#modules/house';
import { experienceFolding, type LivedMoment, readSelves } from './experience-fold.ts';
import { type KeptMoment, keepMoment, type LivedInteraction, weigh } from './lived-interaction.ts';
import { fading, type Outcome } from './memorability.ts';
import { type Failure, recoveryOf } from './recovery.ts';
import { type ExperienceSettings, livedSettings } from './settings.ts';
import { type KeptTies, tiesOf } from './ties-of-lived.ts';
import type { Usual } from './usual.ts';

/** A failure as it is kept; whether it is still too early to judge is seen when it is read. */
export interface KeptFailure extends Omit<Failure, 'open' | 'day' | 'judgedFrom' | 'id'> {
  subjectId: string;
  at: string;
  judgedFrom: string;
}

/** What a customer lived and remembers, as far as it does not depend on today. */
export interface CustomerExperience extends KeptTies {
  customerId: string;
  n: number;
  known: number;
  interactions: number;
  measured: number;
  minutes: number;
  knownMinutes: number;
  total: number | null;
  mean: number | null;
  /** Of all that is remembered, weighed: −1…+1. What is left of it now is this times the strength of now. */
  memoryMean: number | null;
  /** How many interactions are remembered. */
  memories: number;
  /** Until when at least half of it is there: the strength at any time follows from it. */
  halfUntil: Date | null;
  outcomes: Record<Outcome, number>;
  /** The share of irrelevant ones among those that were measured. */
  irrelevance: Proportion;
  lastOutcome: Outcome | null;
  fadeStreak: number;
  failures: KeptFailure[];
  /** When the next thing that was told ahead of its time will have happened. */
  dueAt: Date | null;
  settings: string;
}

/** What somebody's whole life with us comes to. */
export interface FoldedExperience {
  customer: CustomerExperience | null;
  interactions: LivedInteraction[];
}

const idOf = (subjectId: string, key: string): string => `${subjectId} ${key}`;

const inTime = (a: LivedInteraction, b: LivedInteraction): number =>
  a.beganAt.getTime() - b.beganAt.getTime() ||
  a.endedAt.getTime() - b.endedAt.getTime() ||
  (a.subjectId < b.subjectId ? -1 : a.subjectId > b.subjectId ? 1 : 0);

/** Gives each interaction its share of the memory, and says what all of them come to. */
function memoryOf(
  lived: readonly LivedInteraction[],
  { memory: { halfLifeDays, negativity, leastSalience, prior } }: ExperienceSettings,
): Pick<CustomerExperience, 'memoryMean' | 'memories' | 'halfUntil'> {
  const remembered = lived.filter(({ remembered: r }) => r !== null);
  const latest = Math.max(...remembered.map(({ endedAt }) => endedAt.getTime()));
  const weights = remembered.map(
    ({ remembered: r, salience, endedAt }) =>
      2 ** ((endedAt.getTime() - latest) / dayMs / halfLifeDays) *
      (r! < 0 ? negativity : 1) *
      Math.max(salience ?? 0, leastSalience),
  );
  const all = weights.reduce((sum, one) => sum + one, 0);
  if (!(all > 0)) return { memoryMean: null, memories: 0, halfUntil: null };
  let mean = 0;
  remembered.forEach((one, place) => {
    one.share = weights[place]! / all;
    mean += one.share * one.remembered!;
  });
  return {
    memoryMean: mean,
    memories: remembered.length,
    halfUntil: new Date(Math.round(latest + halfLifeDays * dayMs * Math.log2(all / prior))),
  };
}

/** What failed and what became of it. A case that was closed and called bad was not resolved. */
function failuresOf(lived: readonly LivedInteraction[], settings: ExperienceSettings): KeptFailure[] {
  const { failureAt } = settings.recovery;
  // With most customers nothing failed, and what would be looked at is not laid out.
  if (!lived.some(({ moments }) => moments.some(({ v }) => v !== null && v <= failureAt))) return [];
  const points = lived.flatMap(({ subjectId, moments }) =>
    moments.map(({ key, at, kind, v }) => ({
      id: idOf(subjectId, key),
      day: Date.parse(at) / dayMs,
      v,
      type:
        kind === 'closed' && (v === null || v > failureAt)
          ? ('resolved' as const)
          : kind === 'reopened'
            ? ('reopened' as const)
            : ('moment' as const),
    })),
  );
  points.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
  // A case that fails twice failed once: what was before it is what was before its first failure.
  const first = new Map<string, Failure>();
  for (const failure of recoveryOf(points, { settings }).failures) {
    const subjectId = failure.id!.split(' ')[0]!;
    if (!first.has(subjectId)) first.set(subjectId, failure);
  }
  return [...first.values()].map(
    ({ id, day, judgedFrom, resolved, reopened, after, recovered, paradox }) => ({
      subjectId: id!.split(' ')[0]!,
      at: new Date(Math.round(day * dayMs)).toISOString(),
      judgedFrom: new Date(Math.round(judgedFrom * dayMs)).toISOString(),
      resolved,
      reopened,
      after,
      recovered,
      paradox,
    }),
  );
}

/**
 * Folds all that one customer lived, from scratch. Nothing in it depends on now but that what has not happened yet (after `asOf`) is left out, so the
 * same life gives the same rows in whatever order it was told.
 */
export function foldExperience(
  told: readonly Lived[],
  { usual, asOf, settings = livedSettings }: { usual: Usual; asOf: number; settings?: ExperienceSettings },
): FoldedExperience {
  let dueAt: number | null = null;
  const kept = new Map<string, { lived: Lived; moments: KeptMoment[]; times: number[] }>();
  const events: LivedMoment[] = [];
  for (const lived of told) {
    const happened: { time: number; moment: KeptMoment }[] = [];
    for (const moment of lived.moments) {
      const time = moment.at.getTime();
      if (!Number.isFinite(time)) continue;
      if (time > asOf) {
        dueAt = Math.min(dueAt ?? time, time);
        continue;
      }
      happened.push({ time, moment: keepMoment(moment, lived.channel, usual, settings) });
    }
    if (happened.length === 0) continue;
    if (happened.length > 1)
      happened.sort((a, b) => a.time - b.time || (a.moment.key < b.moment.key ? -1 : 1));
    const { subjectId } = lived;
    kept.set(subjectId, {
      lived,
      moments: happened.map(({ moment }) => moment),
      times: happened.map(({ time }) => time),
    });
    for (const { time, moment } of happened)
      events.push({
        id: idOf(subjectId, moment.key),
        at: time,
        interaction: subjectId,
        v: moment.v,
        d: moment.minutes,
      });
  }
  const [first] = told;
  if (!first || kept.size === 0) return { customer: null, interactions: [] };

  const selves = readSelves(foldAll(experienceFolding(settings), events).state, settings);
  const interactions = [...kept.values()]
    .map(({ lived, moments, times }) =>
      weigh(lived, moments, times, selves.get(lived.subjectId)!, usual, settings),
    )
    .sort(inTime);
  const memory = memoryOf(interactions, settings);
  const outcomes: Record<Outcome, number> = {
    memorable_positive: 0,
    positive: 0,
    irrelevant: 0,
    negative: 0,
    memorable_negative: 0,
    unknown: 0,
  };
  for (const { outcome } of interactions) outcomes[outcome] += 1;
  const measured = interactions.filter(({ outcome }) => outcome !== 'unknown');
  const sum = (of: (one: LivedInteraction) => number) => interactions.reduce((so, one) => so + of(one), 0);
  const knownMinutes = sum((one) => one.knownMinutes);
  const total = knownMinutes > 0 ? sum((one) => one.total ?? 0) : null;
  const customer: CustomerExperience = {
    customerId: first.customerId,
    n: sum((one) => one.n),
    known: sum((one) => one.known),
    interactions: interactions.length,
    measured: measured.length,
    minutes: sum((one) => one.minutes),
    knownMinutes,
    total,
    mean: total === null ? null : Math.max(-1, Math.min(1, total / knownMinutes)),
    outcomes,
    irrelevance: proportion(outcomes.irrelevant, measured.length),
    lastOutcome: measured.at(-1)?.outcome ?? null,
    fadeStreak: fading({ outcomes: measured.map(({ outcome }) => outcome), strength: null }, settings).streak,
    failures: failuresOf(interactions, settings),
    dueAt: dueAt === null ? null : new Date(dueAt),
    settings: settings.version,
    ...memory,
    ...tiesOf(interactions, usual),
  };
  return { customer, interactions };
}
