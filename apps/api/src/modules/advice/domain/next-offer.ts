import type { NothingBecause } from './settings.ts';

/** An offer that fits them now, in its order; the guard of content has let it through. */
export interface FittingOffer {
  itemId: string;
  title: string;
  product: string | null;
  purpose: string;
  share: number;
}

/**
 * The offer to make: the first that the guard lets through, one about the advised product before others. Nothing while a case is open, without consent,
 * above the fatigue cap, or when none is placed where they stand.
 */
export function nextOffer<Offer extends FittingOffer>(
  fitting: readonly Offer[],
  leftOut: readonly { why: string }[],
  { openCase, mayContact, product }: { openCase: boolean; mayContact: boolean; product: string | null },
): Offer | { because: NothingBecause } {
  if (openCase) return { because: 'open-case' };
  if (!mayContact) return { because: 'no-consent' };
  const offers = fitting.filter(({ purpose }) => purpose === 'offer');
  const about = offers.find(
    (offer) => product !== null && offer.product?.toLowerCase() === product.toLowerCase(),
  );
  const found = about ?? offers[0];
  if (found) return found;
  if (leftOut.some(({ why }) => why === 'fatigue')) return { because: 'fatigue' };
  if (leftOut.some(({ why }) => why === 'consent')) return { because: 'no-consent' };
  return { because: 'no-offer-fits' };
}
