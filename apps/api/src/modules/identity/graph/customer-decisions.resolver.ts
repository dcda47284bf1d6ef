import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { Internal, type RequestContext } from '#platform/graphql';
import { type DecisionRow, decisionsByCustomer } from '../data/record-rows.ts';
import { DecisionType } from './decision.type.ts';

/** `Customer.decisions`. */
@Resolver(() => CustomerType)
export class CustomerDecisionsResolver {
  @Internal()
  @FieldResolver(() => [DecisionType], {
    nullable: true,
    description: 'What was decided about who they are, newest first. A plain list: at most 50.',
  })
  decisions(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<DecisionRow[]> {
    return ctx.load(decisionsByCustomer, customer.id);
  }
}
