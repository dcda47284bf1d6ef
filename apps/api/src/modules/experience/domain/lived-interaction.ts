import type { Lived, LivedMoment } from '#modules/house';
import { type Memorability, memorabilityOf, type Outcome } from './memorability.ts';
import type { ExperienceSettings } from './settings.ts';
import type { TwoSelves } from './two-selves.ts';
import type { Usual } from './usual.ts';
import { type Valence, valenceOf } from './valence.ts';

/** A moment as it is kept: how it was, and what says so. */
export interface KeptMoment {
  key: string;
  /** ISO 8601. */
  at: string;
  kind: string;
  who: string | null;
  /** −1…+1; `null`: nobody measured it. */
  v: number | null;
  /** Minutes it counts with; the usual ones of its channel where its source did not say. */
  minutes: number;
  coverage: number;
  /** Each signal on the common scale, and what it adds to `v`. */
  parts: { signal: string; value: number; adds: number }[];
  /** The wait behind it, in minutes, and what was promised or usual. */
  wait: { actual: number; expected: number | null; n: number | null } | null;
}

/** Something a customer lived, weighed: one row of experience. */
export interface LivedInteraction {
  subjectType: string;
  subjectId: string;
  customerId: string;
  title: string;
  department: string;
  touchpoint: string;
  channel: string;
  beganAt: Date;
  endedAt: Date;
  moments: KeptMoment[];
  n: number;
  known: number;
  minutes: number;
  knownMinutes: number;
  /** Valence × minutes. */
  total: number | null;
  mean: number | null;
  peak: number | null;
  peakAt: Date | null;
  end: number | null;
  /** What is remembered of it, −1…+1. */
  remembered: number | null;
  outcome: Outcome;
  usualMean: number | null;
  usualSd: number | null;
  usualN: number;
  surprise: number | null;
  salience: number | null;
  /** Its part of all that the customer remembers, 0…1: the same at any time, for all memories fade alike. */
  share: number;
  regretted: boolean | null;
  /** Levers of attachment that it is evidence of. */
  levers: string[];
  marks: string[];
  settings: string;
}

function partsOf({ parts, contributions }: Valence): KeptMoment['parts'] {
  const list: KeptMoment['parts'] = [];
  for (const signal in parts) {
    const kind = signal as keyof Valence['parts'];
    list.push({ signal, value: parts[kind]!, adds: contributions[kind] ?? 0 });
  }
  return list;
}

/** A moment of a subject with its valence. */
export function keepMoment(
  moment: LivedMoment,
  channel: string,
  usual: Usual,
  settings: ExperienceSettings,
): KeptMoment {
  const { wait, ...signals } = moment.signals;
  const usualWait = wait && wait.promised === undefined ? usual.wait(channel, moment.at.getTime()) : null;
  const expected = wait?.promised ?? usualWait?.minutes ?? null;
  const valence: Valence = valenceOf(
    wait ? { wait: { actual: wait.actual, expected }, ...signals } : signals,
    settings,
  );
  const { usualMinutes } = settings.memory;
  return {
    key: moment.key,
    at: moment.at.toISOString(),
    kind: moment.kind,
    who: moment.who ?? null,
    v: valence.valence,
    minutes: moment.minutes ?? usualMinutes[channel] ?? usualMinutes.other ?? 0,
    coverage: valence.coverage,
    parts: partsOf(valence),
    wait: wait ? { actual: wait.actual, expected, n: usualWait?.n ?? null } : null,
  };
}

/** How memorable an interaction was, against what was usual before it. */
export function memorabilityOfLived(
  lived: Pick<Lived, 'touchpoint' | 'channel'>,
  beganAt: number,
  remembered: number | null,
  usual: Usual,
  settings: ExperienceSettings,
): Memorability & { usualN: number } {
  const group = usual.group(lived.touchpoint, lived.channel, beganAt);
  return {
    ...memorabilityOf({ v: remembered, group, all: usual.all(beganAt) }, settings),
    usualN: group?.n ?? 0,
  };
}

/** The row of an interaction, from its moments, when they were, and both its selves. Its share of the memory is for the customer's fold to say. */
export function weigh(
  lived: Lived,
  moments: KeptMoment[],
  times: readonly number[],
  selves: TwoSelves,
  usual: Usual,
  settings: ExperienceSettings,
): LivedInteraction {
  const beganAt = Math.min(...times);
  const { remembered } = selves;
  const memorable = memorabilityOfLived(lived, beganAt, remembered.value, usual, settings);
  const minutes = moments.reduce((sum, one) => sum + one.minutes, 0);
  return {
    subjectType: lived.subjectType,
    subjectId: lived.subjectId,
    customerId: lived.customerId,
    title: lived.title,
    department: lived.department,
    touchpoint: lived.touchpoint,
    channel: lived.channel,
    beganAt: new Date(beganAt),
    endedAt: new Date(Math.max(...times)),
    moments,
    n: selves.n,
    known: selves.known,
    minutes,
    knownMinutes: moments.reduce((sum, one) => sum + (one.v === null ? 0 : one.minutes), 0),
    total: selves.experienced.total,
    mean: selves.experienced.mean,
    peak: remembered.peak,
    peakAt: remembered.peakIndex === null ? null : new Date(moments[remembered.peakIndex]!.at),
    end: remembered.end,
    remembered: remembered.value,
    outcome: memorable.outcome,
    usualMean: memorable.mu,
    usualSd: memorable.sd,
    usualN: memorable.usualN,
    surprise: memorable.z,
    salience: memorable.salience,
    share: 0,
    regretted: lived.regretted ?? null,
    levers: [],
    marks: [...(lived.marks ?? [])].sort(),
    settings: settings.version,
  };
}
