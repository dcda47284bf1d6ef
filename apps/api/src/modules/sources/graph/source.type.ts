import { Field, ObjectType } from 'type-graphql';
import { Internal, Node } from '#platform/graphql';
import type { Source } from '../domain/source.ts';

/** What the world sees of a source. */
@Internal()
@ObjectType('Source', { implements: Node, description: 'A system that tells us things.' })
export class SourceType extends Node implements Source {
  @Field(() => String, {
    description: 'The short word by which files, keys and addresses name it: `zendesk`, `hubspot-eu`.',
  })
  key: string;

  @Field(() => String, { description: 'Its name, for people.' })
  name: string;

  @Field(() => String, { description: 'Which system it is: `hubspot`, `zendesk`, `csv` …' })
  system: string;

  @Field(() => String, { description: 'IANA zone of the times it tells without one.' })
  timeZone: string;

  @Field(() => String, {
    nullable: true,
    description:
      'ISO 3166 country in which the phone numbers that it tells without one are dialled, if that is known.',
  })
  phoneCountry: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 4217 currency of the amounts that it tells without one, if that is known.',
  })
  currency: string | null;
}
