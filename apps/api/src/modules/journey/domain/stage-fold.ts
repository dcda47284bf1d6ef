import { dayMs, halved } from '#kernel/days';
import type { Fold, Folding } from '#kernel/ordered-fold';
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

/** What the fold keeps: points as of the last event, the present stage and how it came to it. */
export interface StageState {
  scores: number[];
  /** Time of the last event; −∞ before the first. */
  at: number;
  /** The present stage, as its place in the map; −1 before the first. */
  stage: number;
  moves: StageMove[];
}

/** How the events of a map are folded; see `readStage`. */
export function stageFolding(map: JourneyMap): Folding<StageEvent, StageState> {
  const places = new Map(map.stages.map((stage, index) => [stage, index]));
  const halfLife = map.halfLifeDays * dayMs;
  const { enterFrom, hysteresis } = map;
  return {
    empty: () => ({
      scores: map.stages.map(() => 0),
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

const mostReasons = 3;

/** The events that weigh most for a stage, with their points as of a time; of equal ones the later first. */
function reasonsFor(
  stage: string,
  events: readonly StageEvent[],
  asOf: number,
  halfLife: number,
): StageReading['because'] {
  const heaviest: { id: string; points: number; weight: number }[] = [];
  for (const event of events) {
    if (event.stage !== stage || !(event.points > 0)) continue;
    // As a power of two, so that the order does not depend on when somebody looks, however long ago it was.
    const weight = Math.log2(event.points) + event.at / halfLife;
    if (heaviest.length === mostReasons && weight < heaviest[mostReasons - 1]!.weight) continue;
    let place = heaviest.length;
    while (place > 0 && heaviest[place - 1]!.weight <= weight) place -= 1;
    heaviest.splice(place, 0, {
      id: event.id,
      points: event.points * halved(asOf - event.at, halfLife),
      weight,
    });
    if (heaviest.length > mostReasons) heaviest.pop();
  }
  return heaviest.map(({ id, points }) => ({ id, points }));
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
export function readStage(
  { state, events }: Fold<StageEvent, StageState>,
  map: JourneyMap,
  asOf: number,
): StageReading {
  const halfLife = map.halfLifeDays * dayMs;
  const began = state.at !== Number.NEGATIVE_INFINITY;
  const silent = began ? Math.max(0, asOf - state.at) : 0;
  const left = halved(silent, halfLife);
  const known = state.stage >= 0;
  const stage = known ? map.stages[state.stage]! : null;
  let total = 0;
  const scores: Record<string, number> = {};
  for (let i = 0; i < map.stages.length; i++) {
    total += state.scores[i]!;
    scores[map.stages[i]!] = state.scores[i]! * left;
  }
  return {
    stage,
    dormant: known && silent > map.dormantAfterDays * dayMs,
    confidence: known && total > 0 ? state.scores[state.stage]! / total : null,
    scores,
    because: stage === null ? [] : reasonsFor(stage, events, asOf, halfLife),
    moves: state.moves,
    settings: map.version,
  };
}
