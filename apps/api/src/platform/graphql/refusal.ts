import { type ClassType, createUnionType, Field, ObjectType } from 'type-graphql';
import { Public } from './data-class.ts';

/** Something was refused as expected: the other half of every result of a mutation. */
@Public()
@ObjectType('Refusal', {
  description: 'Something was refused, in words for people and a code for programs.',
})
export class RefusalType {
  @Field(() => String, { description: 'For programs: upper case with underscores, never translated.' })
  code: string;

  @Field(() => String, { description: 'For people: one sentence.' })
  message: string;

  @Field(() => String, { nullable: true, description: 'The input field that is wrong, when one is.' })
  field?: string | null;
}

/** Makes a refusal: `return refused('NAME_NEEDED', 'A person needs a name.', 'name')`. */
export const refused = (code: string, message: string, field: string | null = null): RefusalType =>
  Object.assign(new RefusalType(), { code, message, field });

/** True for what `refused` made. */
export const isRefused = (value: unknown): value is RefusalType => value instanceof RefusalType;

/** Makes the union of a mutation's result: the object, or a refusal. `const NoteResult = resultOf('NoteResult', () => NoteType, 'Note')`. */
export const resultOf = <Value extends object>(
  name: string,
  type: () => ClassType<Value>,
  typeName: string,
) =>
  createUnionType({
    name,
    description: `${typeName}, or why it was refused.`,
    types: () => [type(), RefusalType] as const,
    resolveType: (value) => (isRefused(value) ? 'Refusal' : typeName),
  });
