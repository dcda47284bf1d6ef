import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Internal, Personal } from '#platform/graphql';
import type { IdentifierRow } from '../data/identifier-rows.ts';
import { showIdentifier, sortOf } from '../domain/shown-identifier.ts';

/** The sorts of identifiers as the graph names them. */
export const IdentifierKindEnum = {
  EMAIL: 'email',
  PHONE: 'phone',
  HANDLE: 'handle',
  EXTERNAL: 'external',
} as const;

registerEnumType(IdentifierKindEnum, {
  name: 'IdentifierKind',
  description: 'What kind of thing points at a person.',
  valuesConfig: {
    EMAIL: { description: 'A mailbox.' },
    PHONE: { description: 'A telephone.' },
    HANDLE: { description: 'A name in a network: LinkedIn, Instagram …' },
    EXTERNAL: { description: 'An id of another system.' },
  },
});

/** What points at a person. */
@Personal()
@ObjectType('Identifier', { description: 'Something that points at a person: a mailbox, a phone, a handle.' })
export class IdentifierType {
  @Internal()
  @Field(() => IdentifierKindEnum, { description: 'What kind of thing it is.' })
  kind: string;

  @Field(() => String, {
    description: 'The form in which equal things are equal: mailboxes without +tag, phones in E.164.',
  })
  value: string;

  @Field(() => String, { description: 'As the source wrote it.' })
  raw: string;

  @Field(() => String, {
    description: 'As people write it; for phones with spaces, the way of their country.',
  })
  display: string;

  @Internal()
  @Field(() => Boolean, { description: 'Shared mailboxes and placeholders identify nobody.' })
  weak: boolean;

  @Internal()
  @Field(() => [String], {
    description: 'The sources that know it, by name. A plain list: there are a handful.',
  })
  sourceNames: string[];
}

/** A stored identifier as the world sees it. */
export const shownIdentifier = ({
  kind,
  value,
  raw,
  shown,
  weak,
  sourceNames,
}: IdentifierRow): IdentifierType => ({
  kind: sortOf(kind),
  value,
  raw,
  display: showIdentifier(kind, raw, shown),
  weak,
  sourceNames,
});
