import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A world in which everything has a made-up value, always the same, except for what depends on one secret. */
export interface MockWorld {
  /** `Type.field`, or `arguments of Type.field`: what is found when it is asked with arguments. */
  secretOf: string;
  secret: number;
  /** Type of the object that `node` finds. */
  nodeType?: string;
}

type AnyField = GraphQLField<unknown, unknown>;

const scalarOf = (name: string, number: number): unknown => {
  if (name === 'Boolean') return number % 2 === 1;
  if (name === 'Int' || name === 'Float') return number;
  if (name === 'DateTime' || name === 'Date') return `2026-01-0${(number % 9) + 1}`;
  return `value ${number}`;
};

function made(schema: GraphQLSchema, type: GraphQLOutputType, number: number): unknown {
  if (isNonNullType(type)) return made(schema, type.ofType, number);
  if (isListType(type)) return [made(schema, type.ofType, number)];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[number % named.getValues().length]!.value;
  if (isObjectType(named)) return { number };
  if (isAbstractType(named)) return { __typename: schema.getPossibleTypes(named)[0]!.name, number };
  return scalarOf(named.name, number);
}

/** Gives every field a resolver that answers from the current world; what lies below a secret depends on it as well. */
export function mockEveryField(schema: GraphQLSchema, current: () => MockWorld): void {
  for (const type of objectTypes(schema))
    for (const field of Object.values(type.getFields())) {
      const key = `${type.name}.${field.name}`;
      field.resolve = (source: unknown, args: Record<string, unknown>) => {
        const { secretOf, secret, nodeType } = current();
        const isAsked = Object.values(args).some((value) => value !== undefined && value !== null);
        const isSecret = secretOf === key || (isAsked && secretOf === `arguments of ${key}`);
        const number = ((source as { number?: number } | undefined)?.number ?? 1) + (isSecret ? secret : 0);
        return key === 'Query.node' && nodeType
          ? { __typename: nodeType, number }
          : made(schema, field.type, number);
      };
    }
}

/** Object types of a schema that are its own. */
export const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'));

/** A literal of an input type, with nothing in it that may be left out. */
export function literalOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${needed.map((field) => `${field.name}: ${literalOf(getNamedType(field.type))}`).join(', ')} }`;
  }
  if (type.name === 'Boolean') return 'true';
  if (type.name === 'Int' || type.name === 'Float') return '1';
  if (type.name === 'DateTime') return '"2026-01-01T00:00:00Z"';
  if (type.name === 'Date') return '"2026-01-01"';
  return '"00000000-0000-7000-8000-000000000001"';
}

/** A call with what is said of its arguments, and with those that must not be missing. */
export const callOf = (field: AnyField, said: Readonly<Record<string, string>> = {}): string => {
  const isNeeded = (arg: AnyField['args'][number]) =>
    isNonNullType(arg.type) && arg.defaultValue === undefined;
  const given = field.args
    .filter((arg) => arg.name in said || isNeeded(arg))
    .map((arg) => `${arg.name}: ${said[arg.name] ?? literalOf(getNamedType(arg.type))}`);
  return given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
};

/** Reads a field down to a scalar of it. */
export function readDown(schema: GraphQLSchema, field: AnyField, call = callOf(field), depth = 0): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return call;
  if (isObjectType(type) || isInterfaceType(type)) {
    const fields = Object.values(type.getFields());
    const scalar = fields.find((one) => isLeafType(getNamedType(one.type)));
    return `${call} { ${readDown(schema, scalar ?? fields[0]!, undefined, depth + 1)} }`;
  }
  const first = schema.getPossibleTypes(type as Parameters<typeof schema.getPossibleTypes>[0])[0]!;
  const scalar = Object.values(first.getFields()).find((one) => isLeafType(getNamedType(one.type)));
  return scalar ? `${call} { ... on ${first.name} { ${scalar.name} } }` : `${call} { __typename }`;
}

/** The shortest document that comes to objects of a type and reads `inner` there; `null` when no way leads there. */
export function documentAt(schema: GraphQLSchema, typeName: string, inner: string): string | null {
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType() };
  type Way = { type: GraphQLObjectType; wrap: (inside: string) => string };
  const queue: Way[] = [];
  const seen = new Set<string>();
  const add = (type: GraphQLObjectType, wrap: Way['wrap']): void => {
    if (seen.has(type.name)) return;
    seen.add(type.name);
    queue.push({ type, wrap });
  };
  for (const [word, root] of Object.entries(roots)) if (root) add(root, (inside) => `${word} { ${inside} }`);
  for (let way = queue.shift(); way; way = queue.shift()) {
    const { type, wrap } = way;
    if (type.name === typeName) return wrap(inner);
    for (const field of Object.values(type.getFields())) {
      if (field.name === 'node' && type === roots.query) continue;
      const named = getNamedType(field.type);
      if (isObjectType(named)) add(named, (inside) => wrap(`${callOf(field)} { ${inside} }`));
      // The mock world answers with the first type of a union or interface, so only that one is reached.
      else if (isAbstractType(named)) {
        const first = schema.getPossibleTypes(named)[0]!;
        add(first, (inside) => wrap(`${callOf(field)} { ... on ${first.name} { ${inside} } }`));
      }
    }
  }
  return null;
}
