/** The obstacles feature: what stood in a customer's way. */
export { ObstaclesCard, ObstaclesFragment } from './obstacles-card.tsx';
