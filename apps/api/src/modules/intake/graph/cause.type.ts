import { Field, ObjectType } from 'type-graphql';
import { rowRefusalCodes, skipCodes } from '#modules/house';
import { reasonCodes } from '#modules/identity';
import { Personal } from '#platform/graphql';
import type { Cause } from '../domain/cause.ts';

const listed = (codes: readonly string[]): string => codes.map((code) => `\`${code}\``).join(', ');

/** One thing a reason is about. */
@Personal()
@ObjectType('CauseValue', { description: 'One thing that a reason is about.' })
export class CauseValueType {
  @Field(() => String, { description: 'What it is: `column`, `value`, `system`, `count` …' })
  name: string;

  @Field(() => String, { description: 'The thing itself; numbers in digits.' })
  value: string;
}

/** A reason in parts. */
@Personal()
@ObjectType('RowCause', {
  description: 'Why a row does what it does, in parts, so that it can be said in any language.',
})
export class RowCauseType {
  @Field(() => String, {
    description: [
      'For programs; more may come, then `message` is to be shown.',
      `Refused rows: ${listed(rowRefusalCodes)}.`,
      `Rows passed over: ${listed(skipCodes)}.`,
      `Rows of people: ${listed(reasonCodes)}, and, where fields were compared, the name of the field and how the two stand: \`birth:same\`.`,
    ].join(' '),
  })
  code: string;

  @Field(() => String, { description: 'The reason in English.' })
  message: string;

  @Field(() => [CauseValueType], { description: 'What it is about. A plain list: three at most.' })
  values: CauseValueType[];
}

/** Named values as the world sees them. */
export const valuesOf = (values: Readonly<Record<string, string | number>>): CauseValueType[] =>
  Object.entries(values).map(([name, value]) => ({ name, value: String(value) }));

/** A cause as the world sees it. */
export const shownCause = ({ code, message, values }: Cause): RowCauseType => ({
  code,
  message,
  values: valuesOf(values),
});
