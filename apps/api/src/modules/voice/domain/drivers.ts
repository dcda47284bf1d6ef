import type { Evidence } from '#kernel/evidence';
import { accept, type Result, refuse } from '#kernel/result';
import { bootstrap } from '#kernel/statistics/bootstrap';
import { relativeImportance } from '#kernel/statistics/relative-importance';
import { meanOf } from '#kernel/statistics/summary';
import { usualVoice, type VoiceSettings } from './settings.ts';

/** An answer, and how each driver was rated by the same person; what was not rated is `null`. */
export interface RatedAnswer {
  id?: string;
  outcome: number | null;
  drivers: Readonly<Record<string, number | null>>;
}

export interface Driver {
  name: string;
  /** What it adds to R², and its share of R². */
  lmg: number;
  share: number;
  /** The middle 95 % of the share over resampled answers. */
  lo: number | null;
  hi: number | null;
  /** How it is rated, on its own scale. */
  mean: number;
  /** Important or not, rated well or not, each against the median of the drivers. */
  quadrant: 'keep' | 'improve' | 'maintain' | 'watch';
}

export interface Drivers extends Evidence {
  n: number;
  r2: number;
  /** Most important first. They go with the outcome; that is not to say that they cause it. */
  drivers: Driver[];
  /** Left out, and why. */
  dropped: { name: string; why: 'never-changes' | 'repeats-others' }[];
}

export type DriversRefusal =
  | { code: 'too-few-answers'; n: number; needed: number }
  | { code: 'too-many-drivers'; most: number }
  | { code: 'nothing-to-explain' };

const mostDrivers = 10;
const middle = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;

/**
 * What goes with recommending us: the shares of R² of each driver (LMG, see `relativeImportance`), with an interval by resampling and a
 * quadrant of impact × performance. Only complete answers count. Refused with fewer than max(100, 20 for each driver) of them.
 * Drivers that never change, or that the others repeat, are dropped and named.
 */
export function driversOf(
  answers: readonly RatedAnswer[],
  names: readonly string[],
  { settings = usualVoice, rounds = 200 }: { settings?: VoiceSettings; rounds?: number } = {},
): Result<Drivers, DriversRefusal> {
  if (names.length > mostDrivers) return refuse({ code: 'too-many-drivers', most: mostDrivers });
  const rated = (one: RatedAnswer, name: string) =>
    Object.hasOwn(one.drivers, name) && Number.isFinite(one.drivers[name]);
  const complete = answers.filter(
    (one) => Number.isFinite(one.outcome) && names.every((name) => rated(one, name)),
  );
  const needed = Math.max(settings.driversLeast, settings.driversLeastEach * names.length);
  if (complete.length < needed) return refuse({ code: 'too-few-answers', n: complete.length, needed });

  const y = complete.map(({ outcome }) => outcome!);
  const valuesOf = (name: string) => complete.map(({ drivers }) => drivers[name]!);
  const dropped: Drivers['dropped'] = [];
  const kept: string[] = [];
  for (const name of names) {
    const values = valuesOf(name);
    if (values.every((value) => value === values[0])) dropped.push({ name, why: 'never-changes' });
    else if (
      !relativeImportance(
        complete.map((_, i) => [...kept, name].map((one) => complete[i]!.drivers[one]!)),
        y,
      )
    )
      dropped.push({ name, why: 'repeats-others' });
    else kept.push(name);
  }
  const X = complete.map(({ drivers }) => kept.map((name) => drivers[name]!));
  const found = relativeImportance(X, y);
  if (!found) return refuse({ code: 'nothing-to-explain' });

  const samples = kept.map(() => [] as number[]);
  bootstrap(
    complete.length,
    (drawn) => {
      const again = relativeImportance(X, y, drawn);
      again?.share.forEach((share, i) => {
        samples[i]!.push(share);
      });
      return again ? again.r2 : null;
    },
    { rounds },
  );
  const means = kept.map((name) => meanOf(valuesOf(name))!);
  const [midShare, midMean] = [middle(found.share), middle(means)];
  const drivers = kept.map((name, i): Driver => {
    const sorted = samples[i]!.sort((a, b) => a - b);
    const at = (q: number) => (sorted.length > 0 ? sorted[Math.ceil(q * sorted.length) - 1]! : null);
    const [important, well] = [found.share[i]! > midShare, means[i]! > midMean];
    return {
      name,
      lmg: found.lmg[i]!,
      share: found.share[i]!,
      lo: at(0.025),
      hi: at(0.975),
      mean: means[i]!,
      quadrant: important ? (well ? 'keep' : 'improve') : well ? 'maintain' : 'watch',
    };
  });
  return accept({
    n: complete.length,
    r2: found.r2,
    drivers: drivers.sort((a, b) => b.share - a.share),
    dropped,
    settings: settings.version,
    from: complete.flatMap(({ id }) => (id === undefined ? [] : [id])),
  });
}
