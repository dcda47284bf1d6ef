import type { MessageId, Say } from '#lib/intl/words.ts';
import type { NextBest } from './advice.documents.ts';

type Nothing = NonNullable<NextBest['product']['nothing']>;
type Kind = NonNullable<NextBest['engagement']['kind']>;

/** Why there is nothing to advise. */
export const nothingWords = {
  NO_PURCHASE: 'advice.nothing.noPurchase',
  ALL_CAME_BACK: 'advice.nothing.allCameBack',
  NOTHING_STANDS_OUT: 'advice.nothing.standsOut',
  NO_RHYTHM: 'advice.nothing.noRhythm',
  NO_CONSENT: 'advice.nothing.noConsent',
  NEVER_TRIED: 'advice.nothing.neverTried',
  OPEN_CASE: 'advice.nothing.openCase',
  FATIGUE: 'advice.nothing.fatigue',
  NO_OFFER_FITS: 'advice.nothing.noOffer',
} as const satisfies Record<Nothing, MessageId>;

/** How to come to somebody. */
export const kindWords = {
  CAMPAIGN: 'advice.kind.campaign',
  CONTENT: 'advice.kind.content',
  CALL: 'advice.kind.call',
  CONVERSATION: 'advice.kind.conversation',
  SERVICE: 'advice.kind.service',
} as const satisfies Record<Kind, MessageId>;

const channels = ['email', 'phone', 'sms', 'social', 'chat', 'web'] as const;

/** A channel in the reader's language; one that only a source knows, as the source writes it. */
export function channelText(channel: string | null, say: Say): string {
  const found = channels.find((each) => each === channel);
  return found ? say(`advice.channel.${found}` satisfies MessageId) : (channel ?? say('ui.unknown'));
}
