import { Field, ObjectType } from 'type-graphql';
import type { Found } from '#modules/house';
import { Internal } from '#platform/graphql';
import { CompanyType } from './company.type.ts';
import { CustomerType } from './customer.type.ts';

/** Something the search found. Subjects add limbs of their own: `SearchHit.ticket`. */
@Internal()
@ObjectType('SearchHit', { description: 'Something that was found: a customer, a company or a ticket.' })
export class SearchHitType implements Omit<Found, 'typeName' | 'closeness'> {
  /** Which object: its type name and id, for the limbs. */
  typeName: string;
  id: string;

  @Field(() => String, { description: 'What matched, in our words.' })
  matched: string;

  @Field(() => CustomerType, { nullable: true, description: 'The customer, when it is one.' })
  customer?: CustomerType | null;

  @Field(() => CompanyType, { nullable: true, description: 'The company, when it is one.' })
  company?: CompanyType | null;
}
