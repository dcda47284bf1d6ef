import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { DataClass } from '#modules/house';

const told = (thing: { extensions?: unknown } | undefined): DataClass | undefined =>
  (thing?.extensions as { dataClass?: DataClass } | undefined)?.dataClass;

/** Root types: their fields are gates, each with a rule of its own or the class of what they lead to. */
export const isRoot = (schema: GraphQLSchema, type: GraphQLObjectType): boolean =>
  type === schema.getQueryType() ||
  type === schema.getMutationType() ||
  type === schema.getSubscriptionType();

/** The class of a field: what it says itself, its type, an interface of its type; a root field may go by what it leads to. */
export function classOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): DataClass | undefined {
  const own = told(field) ?? told(type);
  if (own) return own;
  for (const one of type.getInterfaces()) {
    const inherited = told(one.getFields()[field.name]) ?? (one.getFields()[field.name] && told(one));
    if (inherited) return inherited;
  }
  if (!isRoot(schema, type)) return undefined;
  // The gate of a mutation is its own line in the table; there is no class to fall back on.
  if (type === schema.getMutationType()) return 'internal';
  const result = getNamedType(field.type);
  return isObjectType(result) || 'getFields' in result ? told(result) : undefined;
}
