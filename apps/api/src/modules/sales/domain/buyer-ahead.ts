import { expectedBasket } from './basket-value.ts';
import type { SummarisedBuyer } from './buyer-history.ts';
import { type StreamFit, week } from './fit-stream.ts';
import { countInterval, purchaseCounts } from './purchase-counts.ts';
import { expectedPurchases, stillBuying } from './repeat-buying.ts';

/** What is to be expected of one buyer; everything is `null` while the model may not be used. */
export interface BuyerAhead {
  /** Whether they are a buyer still, 0…1; `null` also after one purchase only, of which the model cannot know. */
  alive: number | null;
  expected90: number | null;
  expected365: number | null;
  /** Purchases in a year, in 95 of 100 such cases. */
  low365: number | null;
  high365: number | null;
  /** How likely at least one is within a year. */
  again365: number | null;
  /** What a purchase of theirs is worth; `null` while that model may not be used. */
  basket: number | null;
  value365: number | null;
}

const nothing: BuyerAhead = {
  alive: null,
  expected90: null,
  expected365: null,
  low365: null,
  high365: null,
  again365: null,
  basket: null,
  value365: null,
};

/** What the model of their stream expects of a buyer, from the day of their history on. */
export function buyerAhead(
  buyer: SummarisedBuyer,
  { passed, parameters, baskets }: Pick<StreamFit, 'passed' | 'parameters' | 'baskets'>,
): BuyerAhead {
  if (!passed || !parameters) return nothing;
  const year = 365 / week;
  const counts = purchaseCounts(buyer, year, parameters);
  const expected365 = expectedPurchases(buyer, year, parameters);
  if (!counts || expected365 === null) return nothing;
  const { lo, hi } = countInterval(counts);
  const basket =
    baskets.passed && baskets.fit
      ? expectedBasket({ x: buyer.mean === null ? 0 : buyer.x, mean: buyer.mean ?? 0 }, baskets.fit)
      : null;
  return {
    alive: buyer.x === 0 ? null : stillBuying(buyer, parameters),
    expected90: expectedPurchases(buyer, 90 / week, parameters),
    expected365,
    low365: lo,
    high365: hi,
    again365: 1 - counts[0]!,
    basket,
    value365: basket === null ? null : basket * expected365,
  };
}
