/** What a house decides about identity; versioned with every run. */
export interface EngineSettings {
  /** Written beside every decision. */
  version: number;
  /** Probability from which a pair is merged unseen, 0 to 1: c(false merge) / (c(false merge) + c(missed merge)). */
  automaticFrom: number;
  /** What the company of the two must leave of that at least, 0 to 1: who else is of their entities, or near. */
  companyFrom: number;
  /** Probability from which a person is asked, 0 to 1. */
  reviewFrom: number;
  /** How much more likely the best entity must be than the next, in bits. */
  marginBits: number;
}

/** One false merge costs as much as ninety-nine missed ones: it shows one customer's life to another. */
export const usualSettings: EngineSettings = {
  version: 2,
  automaticFrom: 0.99,
  companyFrom: 0.97,
  reviewFrom: 0.5,
  marginBits: 3,
};
