import { Field, ObjectType } from 'type-graphql';
import { SourceType } from '#modules/sources';
import { DateTime, Internal, Json, Node, Personal, Special } from '#platform/graphql';
import { IdentifierType } from './identifier.type.ts';

/** What one source says of one person. */
@Internal()
@ObjectType('SourceRecord', {
  implements: Node,
  description:
    'What one source says of one person. Everything recorded hangs on it; merging never changes it.',
})
export class SourceRecordType extends Node {
  @Field(() => SourceType, { description: 'Who says it.' })
  source: SourceType;

  @Field(() => String, { description: 'The person’s id there.' })
  sourceKey: string;

  @Personal()
  @Field(() => String, { description: 'The name it has there; a mailbox, phone or the id without one.' })
  displayName: string;

  @Special()
  @Field(() => Json, {
    nullable: true,
    description: 'Everything the source says, by attribute; its own columns are `extra.<column>`.',
  })
  profile: Record<string, unknown> | null;

  @Field(() => DateTime, { description: 'When the source last said something new.' })
  observedAt: Date;

  @Personal()
  @Field(() => [IdentifierType], { description: 'What points at the person there. A plain list: a handful.' })
  identifiers: IdentifierType[];

  @Field(() => DateTime, { description: 'Since when it belongs to this customer.' })
  since: Date;

  @Field(() => String, {
    description:
      'Why it belongs to this customer: `new`, `auto-link`, `merge`, `link-doubt`, `synthetic-link` (for show: nothing found across it is a finding), `unmerge`, `split`, `steward`.',
  })
  cause: string;
}
