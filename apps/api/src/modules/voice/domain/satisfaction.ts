import type { Evidence } from '#kernel/evidence';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { meanInterval } from '#kernel/statistics/summary';
import { usualVoice, type VoiceSettings } from './settings.ts';

/** An answer to a survey; `null` when nothing was answered. */
export interface Answer {
  id: string;
  value: number | null;
}

const onScale = (answers: readonly Answer[], highest: number): { id: string; value: number }[] =>
  answers.flatMap(({ id, value }) =>
    value !== null && Number.isInteger(value) && value >= 1 && value <= highest ? [{ id, value }] : [],
  );

/** CSAT: the share of answers 4 and 5 on 1…5, with Wilson's interval. Answers off the scale are none. */
export function csatOf(
  answers: readonly Answer[],
  settings: VoiceSettings = usualVoice,
): Proportion & Evidence {
  const given = onScale(answers, 5);
  return {
    ...proportion(given.filter(({ value }) => value >= 4).length, given.length),
    settings: settings.version,
    from: given.map(({ id }) => id),
  };
}

/** CES: the mean of answers 1…7 (7 = easy), with Student's interval held on the scale. */
export function cesOf(answers: readonly Answer[], settings: VoiceSettings = usualVoice) {
  const given = onScale(answers, 7);
  const { n, mean, lo, hi } = meanInterval(given.map(({ value }) => value));
  return {
    n,
    mean,
    lo: lo === null ? null : Math.max(1, lo),
    hi: hi === null ? null : Math.min(7, hi),
    settings: settings.version,
    from: given.map(({ id }) => id),
  };
}
