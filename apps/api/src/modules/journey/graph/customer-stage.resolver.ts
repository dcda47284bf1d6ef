import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { Personal, type RequestContext } from '#platform/graphql';
import { stagesByCustomer } from '../data/stages.ts';
import { stagesAfter } from '../domain/stage.ts';
import { CustomerStageType } from './customer-stage.type.ts';

/** What the journey adds to the customer graph: `Customer.stage`. */
@Resolver(() => CustomerType)
export class CustomerStageResolver {
  @Personal()
  @FieldResolver(() => CustomerStageType, {
    nullable: true,
    description: 'Where they stand on the journey and why; nothing while nothing is known.',
  })
  async stage(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<CustomerStageType | null> {
    const stage = await ctx.load(stagesByCustomer, customer.id);
    if (!stage) return null;
    return {
      ...stage,
      next: stagesAfter(stage.stage),
      history: stage.history.map((period) => ({
        ...period,
        from: new Date(period.from),
        to: period.to ? new Date(period.to) : null,
      })),
    };
  }
}
