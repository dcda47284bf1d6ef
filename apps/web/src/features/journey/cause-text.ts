import type { MessageId, Say } from '#lib/intl/words.ts';

const known = [
  'lead-created',
  'content-consumed',
  'deal-opened',
  'deal-won',
  'deal-lost',
  'order-placed',
  'order-returned',
  'product-used',
  'ticket-opened',
  'ticket-solved',
  'referral-made',
  'review-written',
  'source-word',
  'silence',
  'override',
  'bought-again',
] as const;

/** Why a customer stands where they stand, in the reader's language; a cause that is not in the list, as the server says it. */
export function causeText(because: string, say: Say): string {
  const cause = known.find((each) => each === because);
  return cause ? say(`journey.cause.${cause}` satisfies MessageId) : because;
}
