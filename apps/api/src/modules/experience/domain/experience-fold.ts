import { daysBetween } from '#kernel/days';
import type { Folding } from '#kernel/ordered-fold';
import { type CustomerMemory, customerMemory } from './remembered-customer.ts';
import { type ExperienceSettings, usualExperience } from './settings.ts';
import { standsOut, type TwoSelves } from './two-selves.ts';
import { asScore } from './valence.ts';

/** A moment as it arrives: of which interaction, how it was and how many minutes it lasted. */
export interface LivedMoment {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  interaction: string;
  /** −1…+1; `null` when not known. */
  v: number | null;
  /** Minutes; `null` when not known. */
  d: number | null;
}

/** All that has to be kept of an interaction to know both its selves. */
interface Running {
  total: number;
  lasted: number;
  all: number;
  peak: number | null;
  peakIndex: number | null;
  end: number | null;
  endIndex: number | null;
  height: number;
  known: number;
  ids: string[];
  lastAt: number;
}

export type ExperienceState = Map<string, Running>;

const begun = (): Running => ({
  total: 0,
  lasted: 0,
  all: 0,
  peak: null,
  peakIndex: null,
  end: null,
  endIndex: null,
  height: -1,
  known: 0,
  ids: [],
  lastAt: 0,
});

/**
 * How moments are folded, one step each: the sums of the experiencing self, peak and end of the remembering one. Read with `readSelves` and
 * `readMemory`; the numbers are those of `twoSelves` and `customerMemory` over the same moments in order.
 */
export function experienceFolding(
  settings: ExperienceSettings = usualExperience,
): Folding<LivedMoment, ExperienceState> {
  const { negativity } = settings.memory;
  return {
    empty: () => new Map(),
    step(state, { id, at, interaction, v, d }) {
      let running = state.get(interaction);
      if (!running) {
        running = begun();
        state.set(interaction, running);
      }
      const index = running.ids.length;
      running.ids.push(id);
      running.lastAt = at;
      const minutes = d !== null && d >= 0 && Number.isFinite(d) ? d : 0;
      running.all += minutes;
      if (v === null || !(v >= -1 && v <= 1)) return;
      running.known += 1;
      running.lasted += minutes;
      running.total += v * minutes;
      running.end = v;
      running.endIndex = index;
      const height = standsOut(v, negativity);
      if (height >= running.height) {
        running.height = height;
        running.peak = v;
        running.peakIndex = index;
      }
    },
  };
}

function selvesOf(running: Running, settings: ExperienceSettings): TwoSelves {
  const { total, lasted, all, peak, peakIndex, end, endIndex, known, ids } = running;
  const { peakWeight } = settings.memory;
  const mean = lasted > 0 ? Math.max(-1, Math.min(1, total / lasted)) : null;
  const value = peak === null || end === null ? null : peakWeight * peak + (1 - peakWeight) * end;
  const [experiencedScore, rememberedScore] = [asScore(mean), asScore(value)];
  return {
    experienced: {
      mean,
      total: mean === null ? null : total,
      score: experiencedScore,
      coverage: mean === null ? 0 : lasted / all,
    },
    remembered: { value, score: rememberedScore, peakIndex, peak, endIndex, end },
    gap: experiencedScore === null || rememberedScore === null ? null : rememberedScore - experiencedScore,
    known,
    n: ids.length,
    settings: settings.version,
    from: ids,
  };
}

/** Both selves of every interaction, by its id. */
export const readSelves = (
  state: ExperienceState,
  settings: ExperienceSettings = usualExperience,
): Map<string, TwoSelves> =>
  new Map([...state].map(([interaction, running]) => [interaction, selvesOf(running, settings)]));

/**
 * What the customer remembers of all interactions as of a time (milliseconds). `salienceOf` says how memorable each was (`memorabilityOf`, which needs
 * the baseline of others); without it its own strength, |r|, counts.
 */
export function readMemory(
  state: ExperienceState,
  asOf: number,
  {
    settings = usualExperience,
    salienceOf = (_: string, r: number) => Math.abs(r),
  }: { settings?: ExperienceSettings; salienceOf?: (interaction: string, r: number) => number } = {},
): CustomerMemory {
  const { peakWeight } = settings.memory;
  return customerMemory(
    [...state].map(([id, { peak, end, lastAt }]) => {
      const r = peak === null || end === null ? null : peakWeight * peak + (1 - peakWeight) * end;
      return { id, r, ageDays: daysBetween(lastAt, asOf), salience: r === null ? 0 : salienceOf(id, r) };
    }),
    settings,
  );
}
