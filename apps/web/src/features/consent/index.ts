/** The consent feature: whether a customer may be contacted, and what says so. */
export { ConsentsCard, ConsentsFragment } from './consents-card.tsx';
