import { Field, ObjectType } from 'type-graphql';
import { Internal, Node } from '#platform/graphql';
import type { Source } from '../domain/source.ts';

/** What the world sees of a source. */
@Internal()
@ObjectType('Source', { implements: Node, description: 'A system that tells us things.' })
export class SourceType extends Node implements Pick<Source, 'id' | 'key' | 'name' | 'system'> {
  @Field(() => String, {
    description: 'The short word by which files, keys and addresses name it: `zendesk`, `hubspot-eu`.',
  })
  key: string;

  @Field(() => String, { description: 'Its name, for people.' })
  name: string;

  @Field(() => String, { description: 'Which system it is: `hubspot`, `zendesk`, `csv` …' })
  system: string;
}
