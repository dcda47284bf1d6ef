import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { Personal, pageSize, type RequestContext } from '#platform/graphql';
import { answersByCustomer, referralsByCustomer, reviewsByCustomer } from '../data/answers.ts';
import type { Referral, Review, SurveyAnswer } from '../domain/told.ts';
import { AnswerType } from './answer.type.ts';
import { ReferralType } from './referral.type.ts';
import { ReviewType } from './review.type.ts';

const howMany = { defaultValue: 20, nullable: true, description: 'How many, at most 100.' } as const;

/** What voice adds to the customer graph: `Customer.answers`, `.reviews`, `.referrals`. */
@Resolver(() => CustomerType)
export class CustomerVoiceResolver {
  @Personal()
  @FieldResolver(() => [AnswerType], {
    nullable: true,
    description: 'What they answered when we asked, newest first.',
  })
  answers(
    @Root() customer: Customer,
    @Arg('first', () => Int, howMany) first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<SurveyAnswer[]> {
    return ctx.load(answersByCustomer, { customerId: customer.id, first: pageSize(first, 20) });
  }

  @Personal()
  @FieldResolver(() => [ReviewType], {
    nullable: true,
    description: 'What they told others about us, newest first.',
  })
  reviews(
    @Root() customer: Customer,
    @Arg('first', () => Int, howMany) first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Review[]> {
    return ctx.load(reviewsByCustomer, { customerId: customer.id, first: pageSize(first, 20) });
  }

  @Personal()
  @FieldResolver(() => [ReferralType], {
    nullable: true,
    description: 'Whom they recommended us to, newest first.',
  })
  referrals(
    @Root() customer: Customer,
    @Arg('first', () => Int, howMany) first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Referral[]> {
    return ctx.load(referralsByCustomer, { customerId: customer.id, first: pageSize(first, 20) });
  }
}
