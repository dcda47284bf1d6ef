import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { DataClass } from '#modules/house';
import { type Asked, decide, decideTaking, dependsOnRow, type Sight, sightOf } from '../domain/decide.ts';
import { askers, signedIn, type Verdict } from '../domain/policy.ts';
import { type ArgumentRequest, makeArgumentCheck } from './check-arguments.ts';
import { classOf, isRoot } from './class-of.ts';

/** The policy table, worked out for one schema: synchronous and cheap to ask. */
export interface Permission {
  /** What a role may do with a field. Where it depends on the row, the stricter answer. */
  of(role: string, type: string, field: string): Verdict;
  /** The same, for one row. */
  ofRow(role: string, type: string, field: string, row: Readonly<Record<string, unknown>>): Verdict;
  /** Whether the answer depends on the row for anybody. */
  dependsOnRow(type: string, field: string): boolean;
  /** How a role sees a field over all rows: for reading many at once. */
  sight(role: string, type: string, field: string): Sight;
  /** How a field may leave in a file of a role: never more of it than the role reads. */
  ofTaking(role: string, type: string, field: string): Verdict;
  /** Whether every signed-in person may see the field in every row. */
  isOpen(type: string, field: string): boolean;
  /** Whether a role may see nothing of a type, not even that an object exists. */
  hidesType(role: string, type: string): boolean;
  /** Whether a role may ask about the schema itself. */
  mayIntrospect(role: string): boolean;
  /** Root fields a role may ask, and fields it may see that not everybody sees. */
  list(role: string): readonly string[];
  /** Whether a role may ask by these arguments: false as soon as one speaks of a field the role may not read. */
  mayAskBy(role: string, request: ArgumentRequest): boolean;
}

const compiled = new WeakMap<GraphQLSchema, Permission>();

/** The permissions of a schema, worked out once. */
export function permissionOf(schema: GraphQLSchema): Permission {
  let permission = compiled.get(schema);
  if (!permission) {
    permission = compilePermission(schema);
    compiled.set(schema, permission);
  }
  return permission;
}

function askedOf(schema: GraphQLSchema, type: GraphQLObjectType, name: string): Asked {
  const field = type.getFields()[name]!;
  const dataClass: DataClass = classOf(schema, type, field) ?? 'special';
  const verb = type === schema.getMutationType() ? 'write' : 'read';
  return { verb, type: type.name, field: name, dataClass };
}

function compilePermission(schema: GraphQLSchema): Permission {
  const asked = new Map<string, Asked>();
  const verdicts = new Map<string, Map<string, Verdict>>(askers.map((role) => [role, new Map()]));
  const rowwise = new Set<string>();
  const open = new Set<string>();
  const hidden = new Map<string, Set<string>>(askers.map((role) => [role, new Set()]));
  const noteworthy: string[] = [];
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  for (const type of types) {
    if (type.name.startsWith('__')) continue;
    for (const name of Object.keys(type.getFields())) {
      const key = `${type.name}.${name}`;
      const question = askedOf(schema, type, name);
      asked.set(key, question);
      for (const role of askers) verdicts.get(role)!.set(key, decide(role, question));
      if (askers.some((role) => dependsOnRow(role, question))) rowwise.add(key);
      if (signedIn.every((role) => verdicts.get(role)!.get(key) === 'allow')) open.add(key);
      if (isRoot(schema, type) || !open.has(key)) noteworthy.push(key);
    }
    for (const role of askers) {
      const all = Object.keys(type.getFields()).map((name) =>
        verdicts.get(role)!.get(`${type.name}.${name}`),
      );
      if (!isRoot(schema, type) && all.every((verdict) => verdict === 'deny'))
        hidden.get(role)!.add(type.name);
    }
  }
  noteworthy.sort();
  const of: Permission['of'] = (role, type, field) => verdicts.get(role)?.get(`${type}.${field}`) ?? 'deny';
  const mayAskBy = makeArgumentCheck(schema, (role, type, field) => of(role, type, field) === 'allow');
  return {
    of,
    ofRow(role, type, field, row) {
      const question = asked.get(`${type}.${field}`);
      return question ? decide(role, question, row) : 'deny';
    },
    dependsOnRow: (type, field) => rowwise.has(`${type}.${field}`),
    sight(role, type, field) {
      const question = asked.get(`${type}.${field}`);
      return question ? sightOf(role, question) : 'never';
    },
    ofTaking(role, type, field) {
      const question = asked.get(`${type}.${field}`);
      return question ? decideTaking(role, question) : 'deny';
    },
    isOpen: (type, field) => open.has(`${type}.${field}`),
    hidesType: (role, type) => hidden.get(role)?.has(type) ?? true,
    mayIntrospect: (role) =>
      decide(role, { verb: 'read', type: '__Schema', field: '*', dataClass: 'public' }) === 'allow',
    list: (role) => noteworthy.filter((key) => verdicts.get(role)?.get(key) === 'allow'),
    mayAskBy: mayAskBy.ofOperation,
  };
}
