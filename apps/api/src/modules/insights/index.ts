/** Insights: figures that need several subjects at once: how people felt where, who gets credit for a purchase, whether predictions were borne out. It only reads. */
import type { Manifest } from '#modules/house';
import { CalibrationResolver } from './graph/calibration.resolver.ts';
import { CreditResolver } from './graph/credit.resolver.ts';
import { FeltResolver, MoodsResolver } from './graph/moods.resolver.ts';

export const insights: Manifest = {
  name: 'insights',
  resolvers: [MoodsResolver, FeltResolver, CreditResolver, CalibrationResolver],
};
