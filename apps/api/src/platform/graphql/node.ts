import { Field, ID, InterfaceType } from 'type-graphql';
import { Public } from './data-class.ts';

/** An object with an id that lasts. */
@Public()
@InterfaceType({
  description: 'An object with an id that lasts; `node(id)` finds it again.',
  autoRegisterImplementations: true,
  // Rows are plain values: whoever finds one says what it is.
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Unique among all objects.' })
  id: string;
}
