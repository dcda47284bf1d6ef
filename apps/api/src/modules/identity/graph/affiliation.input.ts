import { Field, ID, InputType } from 'type-graphql';
import { Day } from '#platform/graphql';
import type { NewCompany, NewPlace } from '../add-affiliation.ts';
import type { PlaceEdit } from '../change-affiliation.ts';

/** A company that is not there yet. */
@InputType('NewCompany', {
  description:
    'A company that is not there yet. One of this domain, or the only one of this name, is taken instead.',
})
export class NewCompanyInput implements NewCompany {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its own internet domain.' })
  domain?: string | null;
}

/** A place in a company that one of us has heard of. */
@InputType('NewAffiliation', { description: 'That somebody belongs to a company, or did.' })
export class NewAffiliationInput implements NewPlace {
  @Field(() => ID, { description: 'Whose place.' })
  customerId: string;

  @Field(() => ID, { nullable: true, description: 'Which company (`findCompanies`).' })
  companyId?: string | null;

  @Field(() => NewCompanyInput, {
    nullable: true,
    description: 'A company that is not there yet, in place of `companyId`.',
  })
  newCompany?: NewCompanyInput | null;

  @Field(() => String, { nullable: true, description: 'Their part there, at most 200 characters.' })
  role?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether it is their main company. The only one is it in any case.',
  })
  isMain?: boolean | null;

  @Field(() => Day, { nullable: true, description: 'Since which day; not one ahead.' })
  since?: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which they left, of a company where they are no more; not one ahead.',
  })
  until?: string | null;
}

/** What is to be different about a place. */
@InputType('AffiliationEdit', {
  description: 'What is to be different about somebody’s place in a company; what is not given stays.',
})
export class AffiliationEditInput implements PlaceEdit {
  @Field(() => String, {
    nullable: true,
    description: 'Their part there, at most 200 characters; null or blank: none.',
  })
  role?: string | null;

  @Field(() => Day, { nullable: true, description: 'Since which day; null: nobody knows.' })
  since?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True makes it their main company; to take that from it, make another one the main one.',
  })
  isMain?: boolean | null;
}
