import type { Evidence } from '#kernel/evidence';
import { type Proportion, proportion } from '#kernel/statistics/proportion';

/** A conversation that began with a bot. */
export interface BotSession {
  id?: string;
  /** A person took over. */
  human: boolean;
  solved: boolean;
  /** The customer came back within 24 hours. */
  recontact24h: boolean;
  /** The person was given what had been said, and nothing was asked twice. */
  contextPassed: boolean;
  askedAgain: boolean;
}

export interface BotContainment extends Evidence {
  sessions: number;
  /** Never reached a person: counts those who gave up as a success. */
  naiveContainment: Proportion;
  /** Solved, by no person, and no new contact in 24 hours. */
  trueContainment: Proportion;
  /** Of those that went to a person: context passed and nothing asked twice. */
  cleanHandoff: Proportion;
  /** A person took over. */
  handed: Proportion;
  /** Nobody solved it and nobody came. */
  gaveUp: Proportion;
}

/** How a conversation with a bot ended. */
export type BotEnding = 'solved' | 'came-back' | 'gave-up' | 'handed';

/** Says how it ended. */
export function botEnding({
  human,
  solved,
  recontact24h,
}: Pick<BotSession, 'human' | 'solved' | 'recontact24h'>): BotEnding {
  if (human) return 'handed';
  if (!solved) return 'gave-up';
  return recontact24h ? 'came-back' : 'solved';
}

/** What a bot really kept away from people, beside the number that is usually shown. Wilson's intervals. */
export function botContainment(sessions: readonly BotSession[]): BotContainment {
  const alone = sessions.filter(({ human }) => !human);
  const handed = sessions.filter(({ human }) => human);
  return {
    sessions: sessions.length,
    naiveContainment: proportion(alone.length, sessions.length),
    trueContainment: proportion(
      alone.filter(({ solved, recontact24h }) => solved && !recontact24h).length,
      sessions.length,
    ),
    cleanHandoff: proportion(
      handed.filter(({ contextPassed, askedAgain }) => contextPassed && !askedAgain).length,
      handed.length,
    ),
    handed: proportion(handed.length, sessions.length),
    gaveUp: proportion(sessions.filter((one) => botEnding(one) === 'gave-up').length, sessions.length),
    settings: 'bot-1',
    from: sessions.flatMap(({ id }) => (id === undefined ? [] : [id])),
  };
}
