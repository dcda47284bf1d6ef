/** Advice: what is best done next for a customer (the right product, moment, engagement and offer), from what every subject knows. It only reads. */
import type { Manifest } from '#modules/house';
import { CustomerNextBestResolver } from './graph/next-best.resolver.ts';

export const advice: Manifest = {
  name: 'advice',
  resolvers: [CustomerNextBestResolver],
};
