import { halved } from '#kernel/days';
import type { Evidence } from '#kernel/evidence';
import { type ExperienceSettings, usualExperience } from './settings.ts';
import { asScore } from './valence.ts';

/** A case, visit or order as it is remembered. */
export interface Episode {
  id?: string;
  /** What is remembered of it, −1…+1; `null` when not known. */
  r: number | null;
  /** Days since it ended; one in the future does not count. */
  ageDays: number;
  /** How memorable it was, 0…1. */
  salience: number;
}

/** What a customer remembers of us. */
export interface CustomerMemory extends Evidence {
  /** −1…+1, drawn to 0 when little is remembered; `null` without an episode. */
  value: number | null;
  score: number | null;
  /** How much is remembered at all, 0…1. Near 0: we are being forgotten. */
  strength: number;
  /** The share of each episode in the memory, in the order given; 0 for those that do not count. They sum to `strength`. */
  weights: number[];
  /** The three memories that weigh most. */
  memories: { id: string | null; r: number; weight: number }[];
  n: number;
}

const counts = ({ r, ageDays, salience }: Episode): boolean =>
  typeof r === 'number' &&
  r >= -1 &&
  r <= 1 &&
  ageDays >= 0 &&
  Number.isFinite(ageDays) &&
  salience >= 0 &&
  salience <= 1;

/**
 * The memory of all episodes: w = 2^(−age/90 d) · λ(r) · max(salience, .05); value = Σ w·r / (Σ w + .25); strength = Σ w / (Σ w + .25).
 * Old and forgettable episodes fade to a neutral memory, and strength says how much is left. Half-life, λ, floor and prior are
 * conventions: settings.
 */
export function customerMemory(
  episodes: readonly Episode[],
  settings: ExperienceSettings = usualExperience,
): CustomerMemory {
  const { halfLifeDays, negativity, leastSalience, prior } = settings.memory;
  const weights: number[] = [];
  let total = 0;
  for (const episode of episodes) {
    const weight = counts(episode)
      ? halved(episode.ageDays, halfLifeDays) *
        (episode.r! < 0 ? negativity : 1) *
        Math.max(episode.salience, leastSalience)
      : 0;
    weights.push(weight);
    total += weight;
  }
  const remembered: CustomerMemory['memories'] = [];
  const from: string[] = [];
  let sum = 0;
  episodes.forEach((episode, i) => {
    const weight = weights[i]! / (total + prior);
    weights[i] = weight;
    if (!counts(episode)) return;
    remembered.push({ id: episode.id ?? null, r: episode.r!, weight });
    if (episode.id !== undefined) from.push(episode.id);
    sum += episode.r! * weight;
  });
  const value = remembered.length > 0 ? sum : null;
  return {
    value,
    score: asScore(value),
    strength: total / (total + prior),
    weights,
    n: remembered.length,
    memories: remembered.sort((a, b) => b.weight - a.weight).slice(0, 3),
    settings: settings.version,
    from,
  };
}
