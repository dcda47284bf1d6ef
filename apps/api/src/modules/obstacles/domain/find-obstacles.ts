import { quantileOf } from '#kernel/statistics/summary';
import {
  type CaseEvent,
  type Friction,
  frictionOf,
  type ObstacleKind,
  solvesCase,
} from '#modules/experience';
import { type Case, gapsOf, ordered, stepKey, type UsualStep, type UsualSteps } from './case.ts';

/** Obstacles as records are named in kebab-case. */
export const kindWords = {
  loop: 'loop',
  handoff: 'handoff',
  pingpong: 'pingpong',
  channelSwitch: 'channel-switch',
  stall: 'stall',
  repeatContact: 'repeat-contact',
  abandon: 'abandon',
} as const satisfies Record<ObstacleKind, string>;
export type ObstacleWord = (typeof kindWords)[ObstacleKind];

/** One obstacle that was met in one case: which, at which step, and what shows it. */
export interface Sighting {
  kind: ObstacleWord;
  stepFrom: string;
  /** Empty where nothing followed. */
  stepTo: string;
  at: Date;
  /** Minutes beyond what this step usually takes; `null` where no step was taken. */
  excessMinutes: number | null;
  /** Ids of the events that show it. */
  evidence: string[];
}

/** How hard one case was, and what made it so. */
export interface CaseFound {
  friction: Friction;
  sightings: Sighting[];
  openedAt: Date;
  lastAt: Date;
  isSolved: boolean;
}

/** Adds the gaps of one case to those of others. */
export function collectGaps(events: readonly CaseEvent[], gaps: Map<string, number[]>): void {
  for (const { step, minutes } of gapsOf(events)) {
    const known = gaps.get(step);
    if (known) known.push(minutes);
    else gaps.set(step, [minutes]);
  }
}

/** How each step usually goes, from its gaps. A step that was taken fewer than ten times has no usual. */
export function usualOf(gaps: ReadonlyMap<string, readonly number[]>): UsualSteps {
  const steps = new Map<string, UsualStep>();
  for (const [step, minutes] of gaps)
    if (minutes.length >= 10)
      steps.set(step, {
        n: minutes.length,
        median: quantileOf(minutes, 0.5)!,
        q90: quantileOf(minutes, 0.9)!,
      });
  return steps;
}

/** So long somebody waits for an answer, in minutes: two weeks later they have given up, and no more hours are lost. A convention. */
const patience = 14 * 1440;

const dateOf = (minutes: number): Date => new Date(Math.round(minutes * 60_000));

/** What stood in the way in one case, as of a time; the same in whatever order its events arrived. `null` without events. */
export function findObstacles(one: Pick<Case, 'events'>, usual: UsualSteps, asOf: Date): CaseFound | null {
  const now = asOf.getTime() / 60_000;
  const line = ordered(one.events).filter(({ t }) => t <= now);
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last) return null;
  const friction = frictionOf(line, now, {
    usualGap: (from, to) => usual.get(stepKey(from, to))?.q90 ?? null,
  });
  const places = new Map(line.map((event, place) => [event.id, place]));
  const sightings = friction.obstacles.map(({ kind, from }): Sighting => {
    const place = Math.max(0, ...from.map((id) => places.get(id) ?? 0));
    const [event, before] = [line[place]!, line[place - 1]];
    if (kind === 'abandon')
      return {
        kind: kindWords[kind],
        stepFrom: event.activity,
        stepTo: '',
        at: dateOf(event.t),
        excessMinutes: Math.min(now - event.t, patience),
        evidence: [...from],
      };
    const median = before ? usual.get(stepKey(before.activity, event.activity))?.median : undefined;
    return {
      kind: kindWords[kind],
      stepFrom: before?.activity ?? event.activity,
      stepTo: event.activity,
      at: dateOf(event.t),
      excessMinutes: before && median !== undefined ? Math.max(0, event.t - before.t - median) : null,
      evidence: [...from],
    };
  });
  const solved = line.findLast(solvesCase);
  return {
    friction,
    sightings,
    openedAt: dateOf(first.t),
    lastAt: dateOf(last.t),
    isSolved: solved !== undefined && !line.some(({ t, actor }) => t > solved.t && actor === 'customer'),
  };
}
