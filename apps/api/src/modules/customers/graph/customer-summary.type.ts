import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DepartmentEnum } from '#modules/access';
import { DateTime, Internal, Personal, Special } from '#platform/graphql';
import { ConsentStateEnum, MoneyType, OutcomeEnum } from './words.ts';

/** What lists show of a customer, without asking every subject. */
@Internal()
@ObjectType('CustomerSummary', {
  description: 'What lists show and sort by; kept in the same transaction as what it sums up.',
})
export class CustomerSummaryType {
  @Field(() => Int, { description: 'Deals that are neither won nor lost.' })
  openDeals: number;

  @Special()
  @Field(() => MoneyType, { nullable: true, description: 'What the open deals are worth together.' })
  openDealValue: MoneyType | null;

  @Special()
  @Field(() => MoneyType, { nullable: true, description: 'What the won deals are worth together.' })
  wonValue: MoneyType | null;

  @Field(() => Int, { description: 'Orders placed.' })
  orders: number;

  @Field(() => Int, { description: 'Tickets that wait for somebody.' })
  openTickets: number;

  @Field(() => Int, { description: 'Tickets ever opened.' })
  tickets: number;

  @Personal()
  @Field(() => ConsentStateEnum, {
    nullable: true,
    description: 'Whether they may be written to; null when nobody ever asked.',
  })
  emailConsent: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When something last happened between them and us.' })
  lastInteractionAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What that was, in kebab-case: `ticket-opened`.' })
  lastInteractionKind: string | null;

  @Field(() => DepartmentEnum, { nullable: true, description: 'Whose it was.' })
  lastDepartment: string | null;

  @Personal()
  @Field(() => Float, { nullable: true, description: 'How it was for them, minute by minute, 0…100.' })
  experienced: number | null;

  @Personal()
  @Field(() => Float, { nullable: true, description: 'What they remember of it now, 0…100.' })
  remembered: number | null;

  @Personal()
  @Field(() => Float, { nullable: true, description: 'How much they remember of us at all, 0…1.' })
  memoryStrength: number | null;

  @Personal()
  @Field(() => OutcomeEnum, {
    nullable: true,
    description: 'What the last measured interaction was to them.',
  })
  lastOutcome: string | null;

  @Personal()
  @Field(() => Boolean, { description: 'Whether they are being forgotten, or forget us.' })
  isFading: boolean;
}
