import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { Internal, Personal, type RequestContext } from '#platform/graphql';
import { fitsInUse } from '../data/repeat-buying.ts';
import { repeatByCustomer, type ShownBuyer } from '../data/shown-repeat.ts';
import { RepeatBuyingType, RepeatFitType } from './repeat-buying.type.ts';

/** What sales adds to the customer graph: what somebody is expected to buy. */
@Resolver(() => CustomerType)
export class CustomerRepeatResolver {
  @Personal()
  @FieldResolver(() => RepeatBuyingType, {
    nullable: true,
    description:
      'What they are expected to buy in twelve months; nothing for who bought nothing, and while nothing was learned yet.',
  })
  repeatBuying(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<ShownBuyer | null> {
    return ctx.load(repeatByCustomer, customer.id);
  }
}

/** What was learned of how people buy again. */
@Resolver()
export class RepeatFitsResolver {
  @Internal()
  @Query(() => [RepeatFitType], {
    description:
      'What was learned of how people buy again, by currency, most orders first: may the model be used, and how did it do on time held out? A plain list: a currency each.',
  })
  async repeatFits(@Ctx() ctx: RequestContext): Promise<RepeatFitType[]> {
    const fits = await fitsInUse(ctx.reads);
    return fits
      .sort((one, other) => other.orders - one.orders)
      .map(({ parameters, gate, baskets, ...fit }) => ({
        ...fit,
        currency: fit.currency || null,
        buyers: gate.n,
        repeaters: parameters?.repeaters ?? 0,
        r: parameters?.r ?? null,
        alpha: parameters?.alpha ?? null,
        a: parameters?.a ?? null,
        b: parameters?.b ?? null,
        lnL: parameters?.lnL ?? null,
        expected: gate.expected,
        actual: gate.actual,
        correlation: gate.correlation,
        frequencyAlone: gate.frequencyAlone,
        baskets: {
          passed: baskets.passed,
          reasons: baskets.reasons,
          n: baskets.fit?.n ?? 0,
          p: baskets.fit?.p ?? null,
          q: baskets.fit?.q ?? null,
          v: baskets.fit?.v ?? null,
          dependence: baskets.fit?.dependence ?? null,
        },
      }));
  }
}
