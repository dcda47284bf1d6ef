import type { FactKind } from '#modules/house';

const told: Record<FactKind, true> = {
  'lead-created': true,
  'content-consumed': true,
  'deal-opened': true,
  'deal-won': true,
  'deal-lost': true,
  'order-placed': true,
  'order-returned': true,
  'product-used': true,
  'ticket-opened': true,
  'ticket-solved': true,
  'referral-made': true,
  'review-written': true,
};

/** The facts a map can speak of: what subjects tell, and the second purchase, which only its history tells. */
export const knownFacts: readonly string[] = [...Object.keys(told), 'bought-again'];
