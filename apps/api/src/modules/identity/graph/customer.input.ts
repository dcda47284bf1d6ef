import { Field, InputType } from 'type-graphql';
import type { NewPerson } from '../add-customer.ts';
import type { Correction } from '../correct-customer.ts';

/** Somebody whom a person here has met. */
@InputType('NewCustomer', { description: 'Somebody to add by hand.' })
export class NewCustomerInput implements NewPerson {
  @Field(() => String, { description: 'Their whole name.' })
  fullName: string;

  @Field(() => String, { nullable: true, description: 'Their mailbox.' })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their phone; without a country code `country` says where.',
  })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Where they work.' })
  companyName?: string | null;

  @Field(() => String, { nullable: true, description: 'What they do there.' })
  jobTitle?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47 tag of their language.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Country, as a code or a name.' })
  country?: string | null;
}

/** What a person here knows better. */
@InputType('CustomerCorrection', {
  description:
    'Corrections, pinned before every source. What is not said stays; null or blank takes a correction back.',
})
export class CustomerCorrectionInput implements Correction {
  @Field(() => String, { nullable: true, description: 'Their whole name.' })
  fullName?: string | null;

  @Field(() => String, { nullable: true, description: 'What they do in their company.' })
  jobTitle?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47 tag of their language.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Country, as a code or a name.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Where they live.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'Their best mailbox.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Their best phone.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Who of us looks after them.' })
  ownerName?: string | null;
}
