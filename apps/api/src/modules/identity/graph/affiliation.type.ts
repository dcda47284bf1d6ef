import { Field, ObjectType } from 'type-graphql';
import { CompanyType, CustomerType } from '#modules/customers';
import { Internal, Personal } from '#platform/graphql';

/** Somebody's place in a company. */
@Personal()
@ObjectType('Affiliation', { description: 'That somebody belongs to a company, and their part there.' })
export class AffiliationType {
  @Field(() => CompanyType, { description: 'The company.' })
  company: CompanyType;

  @Field(() => String, { nullable: true, description: 'Their part there, in the words of the source.' })
  role: string | null;

  @Internal()
  @Field(() => Boolean, { description: 'Whether it is their main company: the one named last as such.' })
  isMain: boolean;

  @Internal()
  @Field(() => String, { description: 'Which source says so.' })
  sourceName: string;
}

/** Somebody of a company. */
@Personal()
@ObjectType('CompanyPerson', { description: 'Somebody who belongs to a company.' })
export class CompanyPersonType {
  @Field(() => CustomerType, { description: 'Who it is.' })
  customer: CustomerType;

  @Field(() => String, { nullable: true, description: 'Their part there, in the words of the source.' })
  role: string | null;
}
