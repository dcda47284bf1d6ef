import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { dayMs } from '#kernel/days';
import { type Customer, CustomerType } from '#modules/customers';
import type { Db } from '#platform/database';
import { mistake, Personal, type RequestContext } from '#platform/graphql';
import { type Advice, advise } from '../advise.ts';
import {
  NextBestType,
  type NextEngagementType,
  type NextMomentType,
  type NextOfferType,
  type NextProductType,
} from './next-best.type.ts';

const nothingOfProduct: NextProductType = {
  nothing: null,
  productId: null,
  name: null,
  by: null,
  whose: null,
  gapDays: null,
  gapLow: null,
  gapHigh: null,
  gaps: null,
  lastAt: null,
  withName: null,
  share: null,
  base: null,
};

function productOf(product: Advice['product']): NextProductType {
  if (product.by === 'nothing') return { ...nothingOfProduct, nothing: product.because };
  const { by, productId, name } = product;
  const shown = { ...nothingOfProduct, by, productId, name };
  if (product.by === 'similar') {
    const { withName, share, base } = product;
    return { ...shown, withName, share, base };
  }
  const { whose, gap, lo, hi, n, lastDay } = product;
  return {
    ...shown,
    whose,
    gapDays: gap,
    gapLow: lo,
    gapHigh: hi,
    gaps: n,
    lastAt: new Date(lastDay * dayMs),
  };
}

function momentOf({ moment, timeZone }: Advice): NextMomentType {
  if ('because' in moment)
    return {
      nothing: moment.because,
      timeZone,
      date: null,
      fromHour: null,
      untilHour: null,
      own: null,
      everybody: null,
      whose: null,
    };
  return { nothing: null, timeZone, ...moment };
}

const engagementOf = ({ engagement }: Advice): NextEngagementType =>
  'because' in engagement
    ? { nothing: engagement.because, kind: null, channel: null, own: null, everybody: null, rate: null }
    : { nothing: null, ...engagement };

const offerOf = ({ offer }: Advice): NextOfferType =>
  'because' in offer ? { nothing: offer.because, content: null } : { nothing: null, content: offer };

/** Advice looks at much for each customer: it is for a page, not for a list. */
const most = 10;

async function adviceByKey(
  db: Db,
  keys: readonly { customerId: string; department: string | null }[],
): Promise<(Advice | null)[]> {
  if (keys.length > most)
    throw mistake('BAD_USER_INPUT', `\`nextBest\` is answered for at most ${most} customers at once.`, {
      field: 'nextBest',
    });
  const now = new Date();
  const found: (Advice | null)[] = [];
  for (const key of keys) found.push(await advise(db, key, now));
  return found;
}

/** What advice adds to the customer graph: `Customer.nextBest`. */
@Resolver(() => CustomerType)
export class CustomerNextBestResolver {
  @Personal()
  @FieldResolver(() => NextBestType, {
    nullable: true,
    description:
      'The right product, moment, engagement and offer, as of now, for whoever asks: each with its reason, or why there is none.',
  })
  async nextBest(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<NextBestType | null> {
    const { viewer } = ctx;
    const department = viewer.kind === 'user' ? (viewer.department ?? null) : null;
    const advice = await ctx.load(adviceByKey, { customerId: customer.id, department });
    if (!advice) return null;
    return {
      product: productOf(advice.product),
      moment: momentOf(advice),
      engagement: engagementOf(advice),
      offer: offerOf(advice),
      settings: advice.settings,
      asOf: advice.asOf,
    };
  }
}
