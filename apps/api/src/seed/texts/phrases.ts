/** Why somebody writes to support. */
export type Cause = 'defect' | 'setup' | 'expectation' | 'delivery' | 'invoice' | 'return' | 'question';

/** What is said about one cause: subjects, what the customer asks, what the agent answers. */
export interface CausePhrases {
  subject: readonly string[];
  ask: readonly string[];
  answer: readonly string[];
}

/**
 * A small grammar of everyday sentences in one language. `{product}`, `{name}`, `{agent}`, `{order}` and `{days}` are
 * filled in. Product names take no article, so that every sentence stays right.
 */
export interface Phrases {
  greeting: readonly string[];
  farewell: readonly string[];
  causes: Readonly<Record<Cause, CausePhrases>>;
  /** The customer comes back: nothing heard, or it did not help. */
  nudge: readonly string[];
  annoyed: readonly string[];
  thanks: readonly string[];
  /** The agent: still on it; and at the end. */
  holding: readonly string[];
  closing: readonly string[];
  /** Words given with a satisfaction score. */
  praise: readonly string[];
  blame: readonly string[];
  chat: {
    opening: readonly string[];
    bot: readonly string[];
    botAgain: readonly string[];
    person: readonly string[];
    agent: readonly string[];
  };
  campaigns: readonly string[];
}
