/** The advice feature: what is best done next for a customer, each part with its reason. */
export { BeforeCall } from './before-call.tsx';
export { NextBestCard } from './next-best-card.tsx';
