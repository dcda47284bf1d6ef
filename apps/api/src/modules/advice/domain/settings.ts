/** What may be tuned about advice. No literature gives these values: they are conventions that wait for calibration. */
export const usualAdvice = {
  version: 'advice-1',
  product: {
    /** A product is due again between so much and so much of its usual interval. */
    dueFrom: 0.8,
    dueUntil: 2,
    /** Intervals that must have been seen: of their own, or of all who bought it again. */
    leastOwnGaps: 2,
    leastGaps: 10,
    /** What takes some people so many times longer than half of them is no interval. */
    mostSpread: 3,
    /** Buyers of both products that must have been seen. */
    leastTogether: 5,
  },
  moment: {
    /** The hours of a window, and the first and last hour of a day in which we come to people (their time). */
    hours: 2,
    from: 8,
    until: 20,
    /** Days ahead that are looked at. */
    days: 7,
    /** How many answers of their own weigh as much as what is usual with everybody. */
    shrink: 10,
    /** Answers of everybody below which nothing is said. */
    least: 50,
  },
  engagement: {
    /** How many attempts of their own weigh as much as what is usual with everybody. */
    shrink: 5,
    /** Attempts of everybody below which a way is not judged. */
    least: 10,
  },
} as const;

export type AdviceSettings = typeof usualAdvice;

/** Why there is nothing to advise. */
export type NothingBecause =
  | 'no-purchase'
  | 'all-came-back'
  | 'nothing-stands-out'
  | 'no-rhythm'
  | 'no-consent'
  | 'never-tried'
  | 'open-case'
  | 'fatigue'
  | 'no-offer-fits';
