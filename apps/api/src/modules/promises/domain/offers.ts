import { accept, type Result, refuse } from '#kernel/result';
import { candidateShares, isKeepable, type KeepablePromise, type Performance } from './keepable.ts';
import type { PromiseKind } from './read-promise-signal.ts';
import type { PromiseRefusal } from './refusals.ts';
import { type PromiseSettings, usualPromises } from './settings.ts';

const day = 1440;

/** The times that one would promise, in minutes, from thirty seconds to a month. */
export const candidates: readonly number[] = [
  0.5,
  1,
  2,
  5,
  10,
  15,
  30,
  60,
  120,
  240,
  480,
  day,
  2 * day,
  3 * day,
  4 * day,
  5 * day,
  7 * day,
  10 * day,
  14 * day,
  21 * day,
  30 * day,
];

/** What can be promised of one thing on one channel, and how surely. */
export interface Keepable {
  kind: PromiseKind;
  channel: string;
  /** Past cases that it was learnt from. */
  n: number;
  /** The shortest time that holds; `null` with too little history, or when nothing holds. */
  shortest: KeepablePromise | null;
  candidates: KeepablePromise[];
  settings: string;
}

/** What past performance allows to promise. */
export function keepableOf(
  kind: PromiseKind,
  channel: string,
  past: readonly Performance[],
  settings: PromiseSettings = usualPromises,
): Keepable {
  const shares = candidateShares(past, candidates);
  return {
    kind,
    channel,
    n: past.length,
    shortest: shares.find((share) => isKeepable(share, settings.keepableFrom)) ?? null,
    candidates: shares,
    settings: settings.version,
  };
}

/** A time in words, for refusals: `30 s`, `4 h`, `2 d`. */
export const spanText = (minutes: number): string =>
  minutes < 1
    ? `${Math.round(minutes * 60)} s`
    : minutes < 60
      ? `${minutes} min`
      : minutes < day
        ? `${minutes / 60} h`
        : `${minutes / day} d`;

/**
 * Whether a promise may be published: only when past performance says that it holds, or somebody gives the reason why it is published anyway.
 * Answers with the share it rests on.
 */
export function mayPublish(
  minutes: number,
  past: readonly Performance[],
  overrideReason: string | null,
  settings: PromiseSettings = usualPromises,
): Result<KeepablePromise, PromiseRefusal> {
  const [share] = candidateShares(past, [minutes]);
  if (isKeepable(share!, settings.keepableFrom) || overrideReason) return accept(share!);
  const shortest = candidateShares(past, candidates).find((one) => isKeepable(one, settings.keepableFrom));
  const held =
    share!.n === 0 ? 'Nothing is known of how long this takes' : `${share!.k} of ${share!.n} were in time`;
  const instead = shortest ? `What holds is ${spanText(shortest.promise)}.` : 'No promise holds yet.';
  return refuse({
    code: 'NOT_KEEPABLE',
    message: `${spanText(minutes)} would not be kept: ${held}. ${instead}`,
    field: 'minutes',
  });
}
