import { dayMs, halved } from '#kernel/days';
import type { Folding } from '#kernel/ordered-fold';
import type { JourneyMap } from './journey-map.ts';

/** Something that speaks for a stage. */
export interface StageEvent {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  stage: string;
  points: number;
  /** Leads there at once, whatever the points. */
  hard: boolean;
  /** Ends this stage: who stands in it is led on at once. */
  ends?: string;
}

/** A change of stage. */
export interface StageMove {
  at: number;
  to: string;
  /** The id of the event that did it. */
  by: string;
  hard: boolean;
}

/** The weight of an event as a power of two that does not depend on when somebody looks. */
interface Reason {
  id: string;
  weight: number;
}

/** What the fold keeps: points as of the last event, and the three events that weigh most for each stage. */
export interface StageState {
  scores: number[];
  /** By place in the map; missing while nothing spoke for the stage. */
  reasons: (Reason[] | undefined)[];
  /** Time of the last event; −∞ before the first. */
  at: number;
  /** The present stage, as its place in the map; −1 before the first. */
  stage: number;
  moves: StageMove[];
}

const mostReasons = 3;

function noteReason(reasons: Reason[], id: string, weight: number): void {
  if (reasons.length < mostReasons) reasons.push({ id, weight });
  else if (weight >= reasons[mostReasons - 1]!.weight) reasons[mostReasons - 1] = { id, weight };
  else return;
  // Of equal weights the later is named first.
  for (let i = reasons.length - 1; i > 0 && reasons[i - 1]!.weight <= weight; i--) {
    const lighter = reasons[i - 1]!;
    reasons[i - 1] = reasons[i]!;
    reasons[i] = lighter;
  }
}

/** How the events of a map are folded; see `readStage`. */
export function stageFolding(map: JourneyMap): Folding<StageEvent, StageState> {
  const places = new Map(map.stages.map((stage, index) => [stage, index]));
  const halfLife = map.halfLifeDays * dayMs;
  const { enterFrom, hysteresis } = map;
  return {
    empty: () => ({
      scores: map.stages.map(() => 0),
      reasons: [],
      at: Number.NEGATIVE_INFINITY,
      stage: -1,
      moves: [],
    }),
    step(state, event) {
      const place = places.get(event.stage);
      if (place === undefined || !(event.points > 0)) return;
      const { scores } = state;
      if (event.at > state.at) {
        if (state.at !== Number.NEGATIVE_INFINITY) {
          const left = halved(event.at - state.at, halfLife);
          for (let i = 0; i < scores.length; i++) scores[i]! *= left;
        }
        state.at = event.at;
      }
      const score = scores[place]! + event.points;
      scores[place] = score;
      state.reasons[place] ??= [];
      noteReason(state.reasons[place], event.id, Math.log2(event.points) + event.at / halfLife);
      const from = state.stage;
      if (place === from) return;
      const ends = event.ends !== undefined && from >= 0 && map.stages[from] === event.ends;
      const hard = event.hard || ends;
      if (!hard && !(score >= enterFrom && (from < 0 || score >= hysteresis * scores[from]!))) return;
      state.stage = place;
      state.moves.push({ at: event.at, to: event.stage, by: event.id, hard });
    },
  };
}

/** Where somebody stands, as of a time. */
export interface StageReading {
  stage: string | null;
  /** Silent for longer than the map allows: a flag, not a stage. */
  dormant: boolean;
  /** The share of the present stage in all points, 0…1; `null` without a stage. */
  confidence: number | null;
  /** Points of each stage as of then. */
  scores: Record<string, number>;
  /** Up to three events that weigh most for the present stage, with their points as of then. */
  because: { id: string; points: number }[];
  moves: readonly StageMove[];
  settings: string;
}

/**
 * Where these events leave somebody. All points halve every `halfLifeDays`; each event adds points to one stage. Hard ones lead there at once; others
 * only when their stage has at least `enterFrom` points and `hysteresis` times those of the present one. An event leads to no other
 * stage than its own; backwards is allowed. Silence moves nobody, for all points fade alike, but after `dormantAfterDays` somebody is
 * dormant. `asOf` must not be before the last event folded.
 */
export function readStage(state: StageState, map: JourneyMap, asOf: number): StageReading {
  const halfLife = map.halfLifeDays * dayMs;
  const began = state.at !== Number.NEGATIVE_INFINITY;
  const silent = began ? Math.max(0, asOf - state.at) : 0;
  const left = halved(silent, halfLife);
  const total = state.scores.reduce((sum, score) => sum + score, 0);
  const known = state.stage >= 0;
  return {
    stage: known ? map.stages[state.stage]! : null,
    dormant: known && silent > map.dormantAfterDays * dayMs,
    confidence: known && total > 0 ? state.scores[state.stage]! / total : null,
    scores: Object.fromEntries(map.stages.map((stage, i) => [stage, state.scores[i]! * left])),
    because: known
      ? (state.reasons[state.stage] ?? []).map(({ id, weight }) => ({
          id,
          points: 2 ** (weight - asOf / halfLife),
        }))
      : [],
    moves: state.moves,
    settings: map.version,
  };
}
