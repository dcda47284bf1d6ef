import { Field, ObjectType } from 'type-graphql';
import { DateTime, Internal, Node, Personal } from '#platform/graphql';
import type { Customer } from '../domain/customer.ts';

/** The root of the graph. Subjects add their limbs to it from outside. */
@Personal()
@ObjectType('Customer', {
  implements: Node,
  description:
    'A person we know, joined from the records of every source. Asking for the old id of somebody who was merged answers with the survivor.',
})
export class CustomerType
  extends Node
  implements Pick<Customer, 'id' | 'displayName' | 'ownerName' | 'tags' | 'createdAt'>
{
  @Field(() => String, { description: 'The name to show; a mail or phone when no name is known.' })
  displayName: string;

  @Internal()
  @Field(() => String, { nullable: true, description: 'Who of us looks after this customer.' })
  ownerName: string | null;

  @Internal()
  @Field(() => [String], { description: 'Tags from every source and from us.' })
  tags: string[];

  @Internal()
  @Field(() => DateTime, {
    description: 'When the oldest of their records was made in its source.',
  })
  createdAt: Date;
}
