/** The consent feature: whether a customer may be contacted, and what says so. */
export { ConsentsFragment } from './consents.fragment.ts';
export { ConsentsCard } from './consents-card.tsx';
