import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
} from 'graphql';
import { JsonText, quoted } from './json-text.ts';
import { NotReadable, type ValueReading } from './reading.ts';

/** Scalars whose text is their JSON. */
const bare = new Set(['Boolean', 'Int', 'Float']);

/** The JSON text of a scalar, as execution would write it: `null` where there is none. */
export function spell(
  field: GraphQLField<unknown, unknown>,
  { sql, spelling = 'plain' }: ValueReading,
  row: string,
): JsonText {
  const value = `(${sql(row)})`;
  const line = new JsonText();
  if (spelling === 'id') return line.fixed('"').sql(`coalesce(${value}::text, '')`).fixed('"');
  if (spelling === 'count') return line.sql(`coalesce(${value}::text, 'null')`);
  if (spelling === 'enum') return line.sql(spelledEnum(getNamedType(field.type), value));
  if (spelling === 'number') return line.sql(`coalesce(trim_scale(${value})::text, 'null')`);
  if (spelling === 'time')
    return line.sql(`CASE WHEN isfinite(${value}) THEN ${momentAsJson(value)} ELSE 'null' END`);
  const type = getNullableType(field.type);
  const text = bare.has(String(type)) ? value : `to_json(${value})`;
  return line.sql(`coalesce(${text}::text, 'null')`);
}

/** SQL of a moment's JSON as JavaScript writes it: cut to milliseconds, of which there are always three digits. */
const momentAsJson = (value: string): string =>
  `to_json(date_trunc('milliseconds', ${value} AT TIME ZONE 'UTC') + interval '1 microsecond')::varchar(24) || 'Z"'`;

/** Our lower-case word as the graph names it. */
function spelledEnum(type: GraphQLNamedType, sql: string): string {
  if (!isEnumType(type)) throw new NotReadable(`${type.name} has no names`);
  const cases = type
    .getValues()
    .map(({ name }) => `WHEN ${quoted(name.toLowerCase().replaceAll('_', '-'))} THEN ${quoted(`"${name}"`)}`);
  return `CASE ${sql} ${cases.join(' ')} ELSE 'null' END`;
}

/** The JSON that stands in the place of a masked value: a word for texts, nothing for others. */
export function maskOf(field: GraphQLField<unknown, unknown>, mask: string): string {
  if (isListType(getNullableType(field.type))) throw new NotReadable('a masked list');
  return getNamedType(field.type).name === 'String' ? JSON.stringify(mask) : 'null';
}
