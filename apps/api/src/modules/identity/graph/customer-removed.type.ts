import { Field, ID, ObjectType } from 'type-graphql';
import { Internal } from '#platform/graphql';

/** What is left of a customer who was taken away. */
@Internal()
@ObjectType('CustomerRemoved', { description: 'A customer was taken away: nobody has this id any more.' })
export class CustomerRemovedType {
  @Field(() => ID, { description: 'The id that they had.' })
  id: string;
}
