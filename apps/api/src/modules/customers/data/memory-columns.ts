import { strengthNow } from '#modules/house';
import { isFading, rememberedNow } from './conditions.ts';

/** What a row of customer_summary says of experience and memory, as of now, rounded as lists show it. */
export const memoryColumns = (s: string) => ({
  experienced: `round(${s}.experienced::numeric, 1)::float8`,
  remembered: `round(${rememberedNow(s)}::numeric, 1)::float8`,
  memoryStrength: `round(${strengthNow(`${s}.half_remembered_until`)}::numeric, 3)::float8`,
  lastOutcome: `replace(${s}.last_outcome, '_', '-')`,
  isFading: isFading(s),
});
