import type { Evidence } from '#kernel/evidence';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { known, meanOf } from '#kernel/statistics/summary';
import { type ExperienceSettings, usualExperience } from './settings.ts';

/** A point in the life of a customer: a moment, a failure, its resolution, or that it was opened again. */
export interface LifePoint {
  id?: string;
  /** Days on any calendar. */
  day: number;
  v: number | null;
  type: 'moment' | 'failure' | 'resolved' | 'reopened';
}

/** What became of one failure. */
export interface Failure {
  id: string | null;
  day: number;
  resolved: boolean;
  reopened: boolean;
  /** The valence of the next known moment from the resolution on; `null`: resolved in silence, so ask. */
  after: number | null;
  recovered: boolean;
  /** Better than before it failed. Holds for satisfaction only: never fail on purpose. */
  paradox: boolean;
  /** Too early to judge at `asOf`: not counted in the rate. */
  open: boolean;
  /** The day from which on it can be judged. */
  judgedFrom: number;
}

export interface Recovery extends Evidence {
  failures: Failure[];
  rate: Proportion;
}

/**
 * Service recovery: a failure (v ≤ −.2) is recovered if it was resolved within 14 days, not opened again within 7, and the next known
 * moment from the resolution on is ≥ +.2. The rate has Wilson's interval. The "paradox" (after > mean before) holds for satisfaction,
 * not for buying again, word of mouth or image (de Matos, Henrique & Rossi, J. Service Research 2007). With `asOf`, failures whose
 * time is not over are open, and nothing later than it is seen. Thresholds are conventions: settings.
 */
export function recoveryOf(
  points: readonly LifePoint[],
  { asOf, settings = usualExperience }: { asOf?: number; settings?: ExperienceSettings } = {},
): Recovery {
  const { failureAt, recoveredAt, resolvedWithinDays, reopenedWithinDays } = settings.recovery;
  const seen = points
    .filter(({ day }) => Number.isFinite(day) && (asOf === undefined || day <= asOf))
    .map((point) => ({ ...point, v: point.v !== null && Math.abs(point.v) <= 1 ? point.v : null }))
    .sort((a, b) => a.day - b.day);
  const failures = seen.flatMap((point, index): Failure[] => {
    const fails = point.type === 'moment' || point.type === 'failure';
    if (!fails || point.v === null || point.v > failureAt) return [];
    const later = seen.slice(index + 1);
    const resolution = later.findIndex(
      ({ type, day }) => type === 'resolved' && day <= point.day + resolvedWithinDays,
    );
    const solved = later[resolution];
    const reopened =
      solved !== undefined &&
      later
        .slice(resolution + 1)
        .some(({ type, day }) => type === 'reopened' && day <= solved.day + reopenedWithinDays);
    const after = solved ? (later.slice(resolution).find(({ v }) => v !== null)?.v ?? null) : null;
    const recovered = solved !== undefined && !reopened && after !== null && after >= recoveredAt;
    const before = meanOf(known(seen.slice(0, index).map(({ v }) => v)));
    const judgedFrom = solved ? solved.day + reopenedWithinDays : point.day + resolvedWithinDays;
    return [
      {
        id: point.id ?? null,
        day: point.day,
        resolved: solved !== undefined,
        reopened,
        after,
        recovered,
        paradox: recovered && before !== null && after > before,
        open: asOf !== undefined && !reopened && asOf < judgedFrom,
        judgedFrom,
      },
    ];
  });
  const judged = failures.filter(({ open }) => !open);
  return {
    failures,
    rate: proportion(judged.filter(({ recovered }) => recovered).length, judged.length),
    settings: settings.version,
    from: seen.flatMap(({ id }) => (id === undefined ? [] : [id])),
  };
}
