import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { Internal, Personal, pageSize, type RequestContext } from '#platform/graphql';
import { campaignsById } from '../data/campaigns.ts';
import { touchesByCustomer } from '../data/touches.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Touch } from '../domain/touch.ts';
import { CampaignType, TouchType } from './touch.type.ts';

/** What marketing adds to the customer graph: `Customer.touches`. */
@Resolver(() => CustomerType)
export class CustomerTouchesResolver {
  @Personal()
  @FieldResolver(() => [TouchType], {
    nullable: true,
    description: 'Contacts with campaigns, pages, forms and events, newest first.',
  })
  touches(
    @Root() customer: Customer,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
  ): Promise<Touch[]> {
    return ctx.load(touchesByCustomer, { customerId: customer.id, first: pageSize(first, 20) });
  }
}

/** The campaign of a touch. */
@Resolver(() => TouchType)
export class TouchCampaignResolver {
  @Internal()
  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'The campaign it belongs to, when one is named.',
  })
  campaign(@Root() touch: Touch, @Ctx() ctx: RequestContext): Promise<Campaign | null> | null {
    return touch.campaignId ? ctx.load(campaignsById, touch.campaignId) : null;
  }
}
