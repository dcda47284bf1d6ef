import { dayMs } from '#kernel/days';
import type { Evidence } from '#kernel/evidence';
import { medianOf } from '#kernel/statistics/summary';
import { type ExperienceSettings, usualExperience } from './settings.ts';

/** Something that happened in a case. */
export interface CaseEvent {
  id?: string;
  /** Minutes on any clock. */
  t: number;
  /** What it was: a state of the case (`handled`, `resolved`) or a message (`asked`). */
  activity: string;
  kind: 'state' | 'message';
  actor: 'customer' | 'agent' | 'system';
  channel?: string | null;
  owner?: string | null;
  /** Whether this state ends the case, whatever it is called; `resolved` does when nothing is said. */
  solves?: boolean;
}

/** Whether an event ends its case. */
export const solvesCase = ({ kind, activity, solves }: CaseEvent): boolean =>
  kind === 'state' && (solves ?? activity === 'resolved');

export type ObstacleKind = keyof ExperienceSettings['friction']['weights'];

/** One obstacle: what it was, and the events that show it. */
export interface Obstacle {
  kind: ObstacleKind;
  /** Minutes beyond the usual, for stalls. */
  minutes: number | null;
  from: readonly string[];
}

export interface Friction extends Evidence {
  counts: Record<ObstacleKind, number>;
  obstacles: Obstacle[];
  /** Minutes lost in stalls beyond what is usual. */
  stallMinutes: number;
  /** What is left of the ease of a case without obstacles, 0…100. */
  ease: number;
  /** 100 − ease. */
  friction: number;
  n: number;
}

/** The 90th percentile of the minutes of a transition, from one activity to the next; `null` when there is no history. */
export type UsualGap = (from: string, to: string) => number | null;

const minutesPerDay = dayMs / 60_000;

function findObstacles(
  events: readonly CaseEvent[],
  asOf: number,
  { stallMinutes, repeatWithinDays, answerMinutes }: ExperienceSettings['friction'],
  usualGap: UsualGap,
): Obstacle[] {
  const found: Obstacle[] = [];
  const add = (kind: ObstacleKind, shown: readonly CaseEvent[], minutes: number | null = null) =>
    found.push({ kind, minutes, from: shown.flatMap(({ id }) => (id === undefined ? [] : [id])) });

  const entered = new Set<string>();
  const owners: { owner: string; event: CaseEvent }[] = [];
  let contact: CaseEvent | undefined;
  let before: CaseEvent | undefined;
  let resolved: CaseEvent | undefined;
  for (const event of events) {
    if (before) {
      const limit = Math.max(stallMinutes, usualGap(before.activity, event.activity) ?? 0);
      const gap = event.t - before.t;
      if (gap > limit) add('stall', [before, event], gap - limit);
    }
    before = event;

    if (event.kind === 'state') {
      if (entered.has(event.activity)) add('loop', [event]);
      entered.add(event.activity);
    }
    const last = owners.at(-1);
    if (event.owner && event.owner !== last?.owner) {
      if (last) add('handoff', [last.event, event]);
      if (owners.at(-2)?.owner === event.owner) add('pingpong', [owners.at(-2)!.event, last!.event, event]);
      owners.push({ owner: event.owner, event });
    }
    if (event.actor === 'customer') {
      if (event.channel && contact && contact.channel !== event.channel)
        add('channelSwitch', [contact, event]);
      if (event.channel) contact = event;
      if (resolved) {
        if (event.t - resolved.t <= repeatWithinDays * minutesPerDay) add('repeatContact', [resolved, event]);
        resolved = undefined;
      }
    }
    if (solvesCase(event)) resolved = event;
  }
  const lastWord = events.findLast(({ kind }) => kind === 'message' || kind === 'state');
  if (lastWord?.actor === 'customer' && asOf - lastWord.t > answerMinutes) add('abandon', [lastWord]);
  return found;
}

/**
 * What stood in the way in one case. Loops (a state entered again; messages do not count), hand-offs (change of owner), ping-pong (A–B–A),
 * switches between channels by the customer, stalls (a gap above max(24 h, 90th percentile of that transition)), repeat contact (within
 * 7 days after resolved), abandoned (the last word is the customer's and the promised time to an answer is over at `asOf`).
 * ease = 100 · Π (1−w)^count: each obstacle takes its share of the ease that was left. Events in any order; those after `asOf`
 * are not seen. Weights and limits are conventions: settings.
 */
export function frictionOf(
  events: readonly CaseEvent[],
  asOf: number,
  {
    settings = usualExperience,
    usualGap = () => null,
  }: { settings?: ExperienceSettings; usualGap?: UsualGap } = {},
): Friction {
  const { weights } = settings.friction;
  const seen = events
    .filter(({ t }) => Number.isFinite(t) && t <= asOf)
    .sort((a, b) => a.t - b.t || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
  const obstacles = findObstacles(seen, asOf, settings.friction, usualGap);
  const kinds = Object.keys(weights) as ObstacleKind[];
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, obstacles.filter((one) => one.kind === kind).length]),
  ) as Record<ObstacleKind, number>;
  const ease = 100 * kinds.reduce((left, kind) => left * (1 - weights[kind]) ** counts[kind], 1);
  return {
    counts,
    obstacles,
    stallMinutes: obstacles.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    ease,
    friction: 100 - ease,
    n: seen.length,
    settings: settings.version,
    from: seen.flatMap(({ id }) => (id === undefined ? [] : [id])),
  };
}

/** A step of many cases: from one activity to the next, how long it usually takes, and the hours lost beyond that. */
export interface StepLoss {
  from: string;
  to: string;
  cases: number;
  medianMinutes: number;
  excessHours: number;
}

/** The board of obstacles: the steps of many cases by excess hours = Σ max(0, gap − median), most first. */
export function stepLosses(cases: readonly (readonly CaseEvent[])[]): StepLoss[] {
  const gaps = new Map<string, { from: string; to: string; minutes: number[] }>();
  for (const events of cases) {
    const ordered = events.filter(({ t }) => Number.isFinite(t)).sort((a, b) => a.t - b.t);
    ordered.slice(1).forEach((event, i) => {
      const { activity: from, t } = ordered[i]!;
      const key = JSON.stringify([from, event.activity]);
      const step = gaps.get(key) ?? { from, to: event.activity, minutes: [] };
      step.minutes.push(event.t - t);
      gaps.set(key, step);
    });
  }
  return [...gaps.values()]
    .map(({ from, to, minutes }) => {
      const medianMinutes = medianOf(minutes)!;
      const excess = minutes.reduce((sum, gap) => sum + Math.max(0, gap - medianMinutes), 0);
      return { from, to, cases: minutes.length, medianMinutes, excessHours: excess / 60 };
    })
    .sort((a, b) => b.excessHours - a.excessHours || (a.from + a.to < b.from + b.to ? -1 : 1));
}
