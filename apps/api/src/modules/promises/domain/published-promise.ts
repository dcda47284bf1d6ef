import type { BusinessCalendar } from './business-calendar.ts';
import type { PromiseKind } from './read-promise-signal.ts';

/** A promise put up for everybody to see: on a page, in a greeting, in an advertisement. */
export interface PublishedPromise {
  id: string;
  kind: PromiseKind;
  channel: string;
  minutes: number;
  words: string;
  audience: string | null;
  calendar: BusinessCalendar | null;
  publishedAt: Date;
  publishedById: string | null;
  publishedByName: string;
  /** What was known on that day: so many past cases, so many of them in time, and the lower bound of their share. */
  basedOn: number;
  inTime: number;
  lowerBound: number | null;
  /** Why it was published although past performance did not allow it. */
  overrideReason: string | null;
  withdrawnAt: Date | null;
  settings: string;
}
