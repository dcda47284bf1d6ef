import { dayMs } from '#kernel/days';
import { contentLeftOut, contentOffered, type Offered } from '#modules/content';
import type { Db } from '#platform/database';
import { answersByHour, triedWays } from './data/answers.ts';
import { boughtTogether, productsBought, usualGaps } from './data/bought.ts';
import { type Standing, standingOf } from './data/standing.ts';
import { type NextEngagement, nextEngagement } from './domain/next-engagement.ts';
import { daysAhead, knownZone, type NextMoment, nextMoment, zoneOfCountry } from './domain/next-moment.ts';
import { nextOffer } from './domain/next-offer.ts';
import { type NextProduct, nextProduct } from './domain/next-product.ts';
import { type NothingBecause, usualAdvice } from './domain/settings.ts';

/** Where our own day is when neither the customer nor our hours say. */
const usualZone = 'Europe/Rome';

/** What is best done next for a customer, each part by itself. */
export interface Advice {
  product: NextProduct;
  moment: NextMoment;
  timeZone: string;
  engagement: NextEngagement;
  offer: Offered | { because: NothingBecause };
  settings: string;
  asOf: Date;
}

async function adviseProduct(db: Db, customerId: string, asOf: Date): Promise<NextProduct> {
  const mine = await productsBought(db, customerId, asOf);
  const ids = mine.filter(({ cameBack }) => !cameBack).map(({ productId }) => productId);
  const today = Math.floor(asOf.getTime() / dayMs);
  if (ids.length === 0) return nextProduct(mine, [], [], today);
  const gaps = await usualGaps(db, ids, asOf);
  const due = nextProduct(mine, gaps, [], today);
  if (due.by !== 'nothing') return due;
  return nextProduct(mine, gaps, await boughtTogether(db, customerId, ids, asOf), today);
}

async function adviseOffer(
  db: Db,
  asked: { customerId: string; department: string | null },
  standing: Standing,
  engagement: NextEngagement,
  product: NextProduct,
): Promise<Advice['offer']> {
  const key = {
    ...asked,
    channel: 'channel' in engagement ? engagement.channel : null,
    language: null,
    first: 50,
  };
  const [[fitting], [leftOut]] = await Promise.all([contentOffered(db, [key]), contentLeftOut(db, [key])]);
  return nextOffer(fitting ?? [], leftOut ?? [], {
    openCase: standing.caseChannel !== null,
    mayContact: standing.granted.length > 0,
    product: 'name' in product ? product.name : null,
  });
}

/**
 * The right product, moment, engagement and offer for a customer, each with its reason or with why there is none; `null` for nobody. It only reads, and
 * says the same for the same records and time.
 */
export async function advise(
  db: Db,
  asked: { customerId: string; department: string | null },
  asOf: Date,
): Promise<Advice | null> {
  const { customerId } = asked;
  const standing = await standingOf(db, customerId);
  if (!standing) return null;
  const timeZone =
    knownZone(standing.timeZone) ?? zoneOfCountry(standing.country) ?? standing.houseZone ?? usualZone;
  const [product, own, everybody, ways] = await Promise.all([
    adviseProduct(db, customerId, asOf),
    answersByHour(db, customerId, timeZone, asOf),
    answersByHour(db, null, timeZone, asOf),
    triedWays(db, customerId, asOf),
  ]);
  const openCase = standing.caseChannel === null ? null : { channel: standing.caseChannel };
  const engagement = nextEngagement(ways, { granted: new Set(standing.granted), openCase });
  return {
    product,
    moment: nextMoment(own, everybody, daysAhead(asOf, timeZone)),
    timeZone,
    engagement,
    offer: await adviseOffer(db, asked, standing, engagement, product),
    settings: usualAdvice.version,
    asOf,
  };
}
