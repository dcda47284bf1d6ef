import { Field, ObjectType } from 'type-graphql';
import { CompanyType, CustomerType } from '#modules/customers';
import { Day, Internal, Personal } from '#platform/graphql';

/** Somebody's place in a company. */
@Personal()
@ObjectType('Affiliation', {
  description: 'That somebody belongs to a company, or did, and their part there.',
})
export class AffiliationType {
  @Field(() => CompanyType, { description: 'The company.' })
  company: CompanyType;

  @Field(() => String, {
    nullable: true,
    description: 'Their part there, in the words of the source or of whoever of us said otherwise.',
  })
  role: string | null;

  @Internal()
  @Field(() => Boolean, {
    description:
      'Whether it is their main company: the one that one of us called so, else the one named last as such. Never of one that they have left.',
  })
  isMain: boolean;

  @Field(() => Day, { nullable: true, description: 'Since which day, when one of us said so.' })
  since: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which they left, as one of us said; null while they belong to it.',
  })
  until: string | null;

  @Internal()
  @Field(() => String, { description: 'Which source says so; Ancora when it was written down here.' })
  sourceName: string;

  @Internal()
  @Field(() => String, {
    nullable: true,
    description:
      'Who of us wrote it down, or said otherwise than its source; null where only the source speaks.',
  })
  saidBy: string | null;

  @Internal()
  @Field(() => Boolean, {
    description:
      'Whether it was written down here and no source tells of it: `removeAffiliation` takes it away.',
  })
  isOurs: boolean;

  @Internal()
  @Field(() => Boolean, {
    description:
      'Whether anything of it was said here. Of one that a source tells, `removeAffiliation` lets only the source speak again.',
  })
  isSaidHere: boolean;
}

/** Somebody of a company. */
@Personal()
@ObjectType('CompanyPerson', { description: 'Somebody who belongs to a company, or did.' })
export class CompanyPersonType {
  @Field(() => CustomerType, { description: 'Who it is.' })
  customer: CustomerType;

  @Field(() => String, {
    nullable: true,
    description: 'Their part there, in the words of the source or of whoever of us said otherwise.',
  })
  role: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which they left; null while they belong to it.',
  })
  until: string | null;
}
