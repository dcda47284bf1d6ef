import { Field, ObjectType } from 'type-graphql';
import { DateTime, Internal, Node } from '#platform/graphql';
import type { Company } from '../domain/company.ts';

/** What the world sees of a company. */
@Internal()
@ObjectType('Company', {
  implements: Node,
  description: 'A company that people belong to, joined from what every source says of it.',
})
export class CompanyType extends Node implements Omit<Company, 'golden'> {
  @Field(() => String, { description: 'Its name, as last written by a source.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its own internet domain, never that of a provider of mailboxes.',
  })
  domain: string | null;

  @Field(() => String, { nullable: true, description: 'What it does, in the words of the source.' })
  industry: string | null;

  @Field(() => String, { nullable: true, description: 'Its telephone, as the source writes it.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'Where it sits.' })
  city: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166 code, or the source’s own word when it is none.',
  })
  country: string | null;

  @Field(() => String, { nullable: true, description: 'Its address on the web.' })
  website: string | null;

  @Field(() => String, { nullable: true, description: 'Who of us looks after this company.' })
  ownerName: string | null;

  @Field(() => DateTime, { description: 'When the first of its records was made.' })
  createdAt: Date;
}
