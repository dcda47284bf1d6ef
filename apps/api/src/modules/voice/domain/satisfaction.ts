import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { meanInterval } from '#kernel/statistics/summary';

const onScale = (answers: readonly (number | null)[], highest: number): number[] =>
  answers.filter((one): one is number => Number.isInteger(one) && one! >= 1 && one! <= highest);

/** CSAT: the share of answers 4 and 5 on 1…5, Wilson's interval. */
export function csatOf(answers: readonly (number | null)[]): Proportion {
  const given = onScale(answers, 5);
  return proportion(given.filter((one) => one >= 4).length, given.length);
}

/** CES: the mean of answers 1…7 (7 = easy), with Student's interval held on the scale. */
export function cesOf(answers: readonly (number | null)[]) {
  const { n, mean, lo, hi } = meanInterval(onScale(answers, 7));
  return { n, mean, lo: lo === null ? null : Math.max(1, lo), hi: hi === null ? null : Math.min(7, hi) };
}
