import { Field, Float, ID, InputType, registerEnumType } from 'type-graphql';
import { DateTime } from '#platform/graphql';
import type { CustomerFilter } from '../domain/customer-list.ts';
import { ConsentStateEnum, OutcomeEnum, StageEnum } from './words.ts';

/** The orders of a list as the graph names them. */
export const CustomerSortEnum = {
  NAME_ASC: 'NAME_ASC',
  NAME_DESC: 'NAME_DESC',
  LAST_INTERACTION_DESC: 'LAST_INTERACTION_DESC',
  LAST_INTERACTION_ASC: 'LAST_INTERACTION_ASC',
  OPEN_DEAL_VALUE_DESC: 'OPEN_DEAL_VALUE_DESC',
  OPEN_TICKETS_DESC: 'OPEN_TICKETS_DESC',
  CREATED_DESC: 'CREATED_DESC',
  MEMORY_ASC: 'MEMORY_ASC',
  REMEMBERED_ASC: 'REMEMBERED_ASC',
  EXPERIENCED_ASC: 'EXPERIENCED_ASC',
} as const;

registerEnumType(CustomerSortEnum, {
  name: 'CustomerSort',
  description: 'In which order a list of customers stands.',
  valuesConfig: {
    NAME_ASC: { description: 'By name, diacritics folded.' },
    NAME_DESC: { description: 'By name, from the end.' },
    LAST_INTERACTION_DESC: { description: 'Who was heard of last, first.' },
    LAST_INTERACTION_ASC: { description: 'Who was not heard of for the longest, first.' },
    OPEN_DEAL_VALUE_DESC: { description: 'The most open deal value first.' },
    OPEN_TICKETS_DESC: { description: 'The most open tickets first.' },
    CREATED_DESC: { description: 'The newest customers first.' },
    MEMORY_ASC: { description: 'Whose memory of us is the weakest, first; those without any last.' },
    REMEMBERED_ASC: { description: 'Who remembers us worst, first.' },
    EXPERIENCED_ASC: { description: 'Who had it worst with us, first.' },
  },
});

/** Which customers are wanted. */
@InputType('CustomerFilter', {
  description: 'Which customers are wanted. Conditions are joined with and; the values of one list with or.',
})
export class CustomerFilterInput implements CustomerFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words of the name, company, mail or phone; diacritics do not matter, typos are forgiven.',
  })
  text?: string | null;

  @Field(() => [StageEnum], { nullable: true, description: 'Where they stand.' })
  stages?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Who of us looks after them.' })
  ownerNames?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Their main company.' })
  companyId?: string | null;

  @Field(() => [String], { nullable: true, description: 'ISO 3166 codes, as `customerFacets` gives them.' })
  countries?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'BCP 47, as `customerFacets` gives them.' })
  languages?: string[] | null;

  @Field(() => [ConsentStateEnum], { nullable: true, description: 'Whether they may be written to.' })
  emailConsent?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether tickets of theirs are open.' })
  hasOpenTickets?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether deals of theirs are open.' })
  hasOpenDeals?: boolean | null;

  @Field(() => Float, { nullable: true, description: 'At least this much in open deals.' })
  openDealValueAtLeast?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'In their stage since before this moment.' })
  stageSinceBefore?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'In their stage since after this moment.' })
  stageSinceAfter?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Last heard of before this moment, or never.' })
  lastInteractionBefore?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Last heard of after this moment.' })
  lastInteractionAfter?: Date | null;

  @Field(() => [String], { nullable: true, description: 'With every one of these tags.' })
  tags?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether they are fading: three irrelevant interactions in a row, or hardly any memory left.',
  })
  isFading?: boolean | null;

  @Field(() => [OutcomeEnum], {
    nullable: true,
    description: 'What the last measured interaction was to them.',
  })
  lastOutcomes?: string[] | null;

  @Field(() => Float, { nullable: true, description: 'What they remember of us is at most this, 0…100.' })
  rememberedAtMost?: number | null;
}
