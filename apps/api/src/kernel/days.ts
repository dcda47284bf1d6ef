/** Milliseconds in a day of 24 hours, the unit of every half-life. */
export const dayMs = 86_400_000;

/** Days from one time to another, both in milliseconds since 1970; negative when the second comes first. */
export const daysBetween = (from: number, to: number): number => (to - from) / dayMs;

/** What is left of 1 after `elapsed`, when half is gone after `halfLife` (same unit): 2^(−elapsed/halfLife). */
export const halved = (elapsed: number, halfLife: number): number => 2 ** (-elapsed / halfLife);
