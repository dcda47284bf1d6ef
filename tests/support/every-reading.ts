import { GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { FieldReading, TypeReading } from '../../apps/api/src/platform/look-ahead/index.ts';

/** Whether a role may ask for a field at all. */
export type MayAsk = (typeName: string, fieldName: string) => boolean;

/**
 * A document that asks for every field that has a reading, as deep as readings go, below one root field. So a new reading
 * is compared with its resolver without anybody writing a test for it. A type that leads back to itself (a customer who was recommended by
 * a customer) is asked for its own values the second time.
 */
export function everyReading(
  schema: GraphQLSchema,
  readings: readonly TypeReading[],
  mayAsk: MayAsk,
  root: { field: string; args: string; variables?: string },
): string {
  const fieldsOf = (typeName: string): [string, FieldReading][] =>
    readings.filter((one) => one.typeName === typeName).flatMap((one) => Object.entries(one.fields));

  const select = (
    typeName: string,
    fields: [string, FieldReading][],
    depth: number,
    above: readonly string[] = [],
  ): string => {
    const type = schema.getType(typeName);
    if (!(type instanceof GraphQLObjectType)) throw new Error(`${typeName} is no object type`);
    const parts = fields.flatMap(([name, reading]) => {
      const field = type.getFields()[name];
      if (!field) throw new Error(`${typeName}.${name} has a reading and is not in the schema`);
      if (!mayAsk(typeName, name) || depth > 5) return [];
      if (reading.kind === 'value' || reading.kind === 'text') return [name];
      if (reading.kind === 'inline')
        return [`${name} { ${select(reading.typeName, Object.entries(reading.fields), depth + 1)} }`];
      if (above.includes(typeName)) return [];
      const inner = select(reading.typeName, fieldsOf(reading.typeName), depth + 1, [...above, typeName]);
      if (reading.kind !== 'connection') return [`${name} { ${inner} }`];
      const more = name === 'customers' ? 'count { value isExact }' : '';
      return [`${name} { ${connected(inner)} ${more} }`];
    });
    return ['__typename', ...parts].join(' ');
  };
  const connected = (inner: string) =>
    `edges { cursor node { ${inner} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

  const reading = fieldsOf('Query').find(([name]) => name === root.field)?.[1];
  if (!reading || reading.kind === 'value' || reading.kind === 'text' || reading.kind === 'inline')
    throw new Error(`Query.${root.field} has no reading`);
  const inner = select(reading.typeName, fieldsOf(reading.typeName), 1);
  const head = root.variables ? `query (${root.variables}) ` : '';
  return reading.kind === 'connection'
    ? `${head}{ ${root.field}${root.args} { ${connected(inner)} count { value isExact } } }`
    : `${head}{ ${root.field}${root.args} { ${inner} } }`;
}
