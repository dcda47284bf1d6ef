import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Day, Internal, Node, resultOf, Special } from '#platform/graphql';
import type { FieldAnswer } from '../domain/field-answer.ts';
import type { FieldOption, TicketField } from '../domain/ticket-field.ts';

/** Kinds of fields, as the graph names them. */
export const FieldKindEnum = {
  TEXT: 'text',
  NUMBER: 'number',
  DATE: 'date',
  YES_NO: 'yes-no',
  CHOICE: 'choice',
  SEVERAL: 'several',
} as const;

registerEnumType(FieldKindEnum, {
  name: 'TicketFieldKind',
  description: 'What can stand in a field of one’s own.',
  valuesConfig: {
    TEXT: { description: 'Words, at most 2,000 characters.' },
    NUMBER: { description: 'A number.' },
    DATE: { description: 'A calendar day.' },
    YES_NO: { description: 'Yes or no.' },
    CHOICE: { description: 'One of its options.' },
    SEVERAL: { description: 'Some of its options.' },
  },
});

/** Classes of fields, as the graph names them. */
export const FieldClassEnum = { INTERNAL: 'internal', PERSONAL: 'personal', SPECIAL: 'special' } as const;

registerEnumType(FieldClassEnum, {
  name: 'TicketFieldClass',
  description:
    'How sensitive the values of a field are: who may not see what is special sees that something stands there.',
  valuesConfig: {
    INTERNAL: { description: 'About our work.' },
    PERSONAL: { description: 'About a person.' },
    SPECIAL: { description: 'Told in confidence: health, conflicts, money.' },
  },
});

/** What the world sees of an option. */
@Internal()
@ObjectType('TicketFieldOption', { description: 'One thing that can be chosen in a field.' })
export class FieldOptionType implements FieldOption {
  @Field(() => String, { description: 'How programs name it; never changes.' })
  value: string;

  @Field(() => String, { description: 'What people read.' })
  label: string;

  @Field(() => Boolean, {
    description: 'Whether nobody can choose it any more; tickets that have it keep it.',
  })
  isRemoved: boolean;
}

/** What the world sees of a field. */
@Internal()
@ObjectType('TicketField', {
  implements: Node,
  description: 'Something that this house wants to know of its tickets, besides what every ticket has.',
})
export class TicketFieldType
  extends Node
  implements Pick<TicketField, 'id' | 'key' | 'name' | 'isRequiredToSolve'>
{
  @Field(() => String, { description: 'How webhooks, columns and addresses name it; never changes.' })
  key: string;

  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => FieldKindEnum, { description: 'What can stand in it; never changes.' })
  kind: string;

  @Field(() => [FieldOptionType], { description: 'What can be chosen, in order. A plain list: at most 200.' })
  options: FieldOptionType[];

  @Field(() => [String], { description: 'What other systems call it. A plain list: at most 20.' })
  aliases: string[];

  @Field(() => Boolean, { description: 'Whether a ticket is solved only when something stands in it.' })
  isRequiredToSolve: boolean;

  @Field(() => [String], {
    description: 'Only for tickets of these types; none: of all. A plain list: a few.',
  })
  types: string[];

  @Field(() => FieldClassEnum, { description: 'How sensitive its values are.' })
  dataClass: string;

  @Field(() => Boolean, { description: 'Whether it is put away: its values wait with their tickets.' })
  isPutAway: boolean;
}

/** What the world sees of what stands in a field. */
@Special()
@ObjectType('TicketFieldValue', {
  description: 'What stands in a field of one’s own: in the place of its kind, else nothing.',
})
export class FieldValueType implements Omit<FieldAnswer, 'field' | 'date' | 'dataClass'> {
  @Internal()
  @Field(() => TicketFieldType, { description: 'The field.' })
  field: TicketFieldType;

  @Internal()
  @Field(() => Boolean, { description: 'Whether nothing stands in it.' })
  isEmpty: boolean;

  @Field(() => String, { nullable: true, description: 'Words, in a field of words.' })
  text: string | null;

  @Field(() => Float, { nullable: true, description: 'The number, in a field of numbers.' })
  number: number | null;

  @Field(() => Day, { nullable: true, description: 'The day, in a field of days.' })
  date: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Yes or no, in such a field.' })
  yes: boolean | null;

  @Field(() => [FieldOptionType], { description: 'What is chosen. A plain list: the options of a field.' })
  choices: FieldOptionType[];

  @Field(() => String, {
    nullable: true,
    description: 'What another system said and cannot stand in it, while nothing else does.',
  })
  unfit: string | null;
}

/** An option to keep. */
@InputType('TicketFieldOptionWish', { description: 'One thing that can be chosen in a field.' })
export class FieldOptionInput {
  @Field(() => String, { nullable: true, description: 'Which option it is; missing for a new one.' })
  value?: string | null;

  @Field(() => String, { description: 'What people read, at most 100 characters.' })
  label: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Nobody can choose it any more.',
  })
  isRemoved?: boolean | null;
}

/** A field to keep. */
@InputType('SaveTicketField', { description: 'A field of one’s own for tickets.' })
export class SaveTicketFieldInput {
  @Field(() => ID, { nullable: true, description: 'The field to change; a new one when missing.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called, at most 80 characters, and nothing else is.' })
  name: string;

  @Field(() => FieldKindEnum, {
    description: 'What can stand in it; that of a field that is there cannot change.',
  })
  kind: string;

  @Field(() => [FieldOptionInput], {
    nullable: true,
    description: 'What can be chosen, in order; those of before that are missing are removed.',
  })
  options?: FieldOptionInput[] | null;

  @Field(() => [String], { nullable: true, description: 'What other systems call it: columns, names, ids.' })
  aliases?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a ticket is solved only when something stands in it.',
  })
  isRequiredToSolve?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Only for tickets of these teams.' })
  teamIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Only for tickets of these types.' })
  types?: string[] | null;

  @Field(() => FieldClassEnum, { description: 'How sensitive its values are.' })
  dataClass: string;
}

/** What to write into a field. */
@InputType('TicketFieldWish', {
  description:
    'What to write into a field of one’s own: in the place of its kind. Nothing at all empties it.',
})
export class FieldWishInput {
  @Field(() => String, { description: 'The key of the field.' })
  key: string;

  @Field(() => String, { nullable: true, description: 'What is to stand in a field of words.' })
  text?: string | null;

  @Field(() => Float, { nullable: true, description: 'What is to stand in a field of numbers.' })
  number?: number | null;

  @Field(() => Day, { nullable: true, description: 'What is to stand in a field of days.' })
  date?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'What is to stand in a field of yes or no.' })
  yes?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'The values of options.' })
  choices?: string[] | null;
}

/** Which tickets, by a field. */
@InputType('TicketFieldFilter', {
  description:
    'Tickets by what stands in a field of one’s own. A field that one may not see cannot be asked by.',
})
export class FieldFilterInput {
  @Field(() => String, { description: 'The key of the field.' })
  key: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those in which nothing stands; with false, something.',
  })
  isEmpty?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Those with one of these options, by value.' })
  choices?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Those with yes, or with no.' })
  yes?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Those with these words in it.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'From this number or day on.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to this number or day, itself too.' })
  until?: string | null;
}

/** Fields in their order. */
@Internal()
@ObjectType('TicketFields', { description: 'Fields of one’s own, in their order.' })
export class TicketFieldsType {
  @Field(() => [TicketFieldType], { description: 'The fields. A plain list: at most 60.' })
  fields: TicketFieldType[];

  @Field(() => Int, { description: 'How many there are.' })
  count: number;
}

/** The field, or why it was refused. */
export const TicketFieldResult = resultOf('TicketFieldResult', () => TicketFieldType, 'TicketField');
export const TicketFieldsResult = resultOf('TicketFieldsResult', () => TicketFieldsType, 'TicketFields');
