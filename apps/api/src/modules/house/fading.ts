/** Days after which half of a memory is gone. A convention; see docs/science.md. */
export const memoryHalfLifeDays = 90;

/** Below this strength of memory somebody is fading. A convention, too. */
export const fadingBelow = 0.3;

/**
 * SQL of how strong a memory is now, 0–1, out of the column that says until when at least half of it is there: strength = 1 / (1 + 2^(days past it /
 * half-life)). What is kept does not depend on now, so nothing has to be brought up to date while nothing happens.
 */
export const strengthNow = (halfUntil: string): string =>
  `(1 / (1 + power(2, greatest(-1000, least(1000, extract(epoch FROM now() - ${halfUntil})::float8 / ${memoryHalfLifeDays * 86_400})))))`;

/** Irrelevant interactions in a row from which somebody is fading. */
export const fadingStreak = 3;

/** Days past `half_remembered_until` after which the strength is below `fadingBelow`. */
export const fadingAfterDays = memoryHalfLifeDays * Math.log2((1 - fadingBelow) / fadingBelow);
