import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { mistake, type RequestContext } from '#platform/graphql';
import { signedIn, type Verdict } from '../domain/policy.ts';
import { assertClassified } from './assert-classified.ts';
import { makeArgumentCheck } from './check-arguments.ts';
import { refuseSelection } from './check-selection.ts';
import { isRoot } from './class-of.ts';
import { permissionOf } from './permission.ts';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/** What stands in the place of a masked text. */
export const maskText = '•••';

const refuse = (ctx: RequestContext, what: string) =>
  ctx.viewer.kind === 'anonymous'
    ? mistake('UNAUTHENTICATED', 'Sign in first.')
    : mistake('FORBIDDEN', `Your role may not use ${what}.`, { field: what });

/** What is shown instead of a masked value: the same whatever the value, so that nothing can be learnt from it. */
function masked(type: GraphQLOutputType): unknown {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) return [];
  return getNamedType(nullable).name === 'String' ? maskText : null;
}

const told = new WeakMap<RequestContext, Set<string>>();

/** One error for each field of an operation is enough: a page of 50 customers says it once, the other 49 are just null. */
function denied(ctx: RequestContext, key: string, type: GraphQLOutputType): null {
  let said = told.get(ctx);
  if (!said) {
    said = new Set();
    told.set(ctx, said);
  }
  if (said.has(key) && !isNonNullType(type)) return null;
  said.add(key);
  throw refuse(ctx, key);
}

/**
 * Puts the policy table around a schema. Refuses to start when a field has no class. Wraps root fields, fields that not
 * everybody may see, and fields whose arguments speak of such; all others keep their own resolvers, or none.
 */
export function guard(schema: GraphQLSchema): GraphQLSchema {
  assertClassified(schema);
  const permission = permissionOf(schema);
  const args = makeArgumentCheck(schema, (role, type, field) => permission.of(role, type, field) === 'allow');

  const refuseArguments = (
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    given: Record<string, unknown>,
    ctx: RequestContext,
  ): void => {
    const found = args.forbidden(ctx.viewer.role, type.name, field, given);
    if (found) throw refuse(ctx, found);
  };

  const wrapRoot = (
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    inner: Resolve,
  ): Resolve => {
    const key = `${type.name}.${field.name}`;
    return (source, given, ctx, info) => {
      const { role, kind } = ctx.viewer;
      if (permission.of(role, type.name, field.name) !== 'allow') throw refuse(ctx, key);
      if (kind !== 'user') refuseSelection(permission, role, info, (what) => refuse(ctx, what));
      refuseArguments(type, field, given, ctx);
      return inner(source, given, ctx, info);
    };
  };

  const wrapField = (
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    inner: Resolve,
  ): Resolve => {
    const key = `${type.name}.${field.name}`;
    const byRow = permission.dependsOnRow(type.name, field.name);
    const instead = masked(field.type);
    return (source, given, ctx, info) => {
      const { role } = ctx.viewer;
      const verdict: Verdict = byRow
        ? permission.ofRow(role, type.name, field.name, source as Record<string, unknown>)
        : permission.of(role, type.name, field.name);
      if (verdict === 'deny') return denied(ctx, key, field.type);
      if (verdict === 'mask') return instead;
      refuseArguments(type, field, given, ctx);
      return inner(source, given, ctx, info);
    };
  };

  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const inner = (field.resolve ?? defaultFieldResolver) as Resolve;
      if (isRoot(schema, type)) {
        field.resolve = hideTypes(wrapRoot(type, field, inner)) as typeof field.resolve;
        if (field.subscribe)
          field.subscribe = wrapRoot(type, field, field.subscribe as Resolve) as typeof field.subscribe;
        continue;
      }
      const asksBy = signedIn.some((role) => args.matters(role, type.name, field));
      let resolve: Resolve | undefined;
      if (!permission.isOpen(type.name, field.name) || asksBy) resolve = wrapField(type, field, inner);
      if (isAbstractType(getNamedType(field.type))) resolve = hideTypes(resolve ?? inner);
      if (resolve) field.resolve = resolve as typeof field.resolve;
    }
  }
  return schema;

  /** An object of a type that the viewer may not see at all is not there: the same null as for an id nobody has. */
  function hideTypes(inner: Resolve): Resolve {
    const hide = (value: unknown, ctx: RequestContext): unknown => {
      const typeName = (value as { __typename?: unknown } | null | undefined)?.__typename;
      return typeof typeName === 'string' && permission.hidesType(ctx.viewer.role, typeName) ? null : value;
    };
    return (source, given, ctx, info: GraphQLResolveInfo) => {
      if (!isAbstractType(getNamedType(info.returnType))) return inner(source, given, ctx, info);
      const value = inner(source, given, ctx, info);
      return value instanceof Promise ? value.then((one) => hide(one, ctx)) : hide(value, ctx);
    };
  }
}
