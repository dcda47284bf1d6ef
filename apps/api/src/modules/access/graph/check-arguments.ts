import {
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { uses } from '../domain/uses.ts';

/** The arguments of a whole operation. */
export interface ArgumentRequest {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables: Record<string, unknown>;
}

type MayRead = (role: string, type: string, field: string) => boolean;

/** The first thing of a value that asks by a field the role may not read, or `null`. */
function forbiddenIn(role: string, mayRead: MayRead, type: GraphQLInputType, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (isNonNullType(type)) return forbiddenIn(role, mayRead, type.ofType, value);
  if (isListType(type)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const found = forbiddenIn(role, mayRead, type.ofType, item);
      if (found) return found;
    }
    return null;
  }
  if (isEnumType(type)) {
    const name = type.getValues().find((one) => one.value === value)?.name;
    return name && isForbidden(role, mayRead, `${type.name}.${name}`) ? `${type.name}.${name}` : null;
  }
  if (!isInputObjectType(type)) return null;
  for (const field of Object.values(type.getFields())) {
    const given = (value as Record<string, unknown>)[field.name];
    if (given === undefined || given === null) continue;
    if (isForbidden(role, mayRead, `${type.name}.${field.name}`)) return `${type.name}.${field.name}`;
    const found = forbiddenIn(role, mayRead, field.type, given);
    if (found) return found;
  }
  return null;
}

const isForbidden = (role: string, mayRead: MayRead, key: string): boolean =>
  uses[key]?.some((field) => !mayRead(role, ...(field.split('.') as [string, string]))) ?? false;

/** Whether anything under this input can be forbidden for the role at all. */
function canForbid(
  role: string,
  mayRead: MayRead,
  input: GraphQLInputType,
  seen = new Set<string>(),
): boolean {
  const type = getNamedType(input);
  if (seen.has(type.name)) return false;
  seen.add(type.name);
  if (isEnumType(type))
    return type.getValues().some((one) => isForbidden(role, mayRead, `${type.name}.${one.name}`));
  if (!isInputObjectType(type)) return false;
  return Object.values(type.getFields()).some(
    (field) =>
      isForbidden(role, mayRead, `${type.name}.${field.name}`) || canForbid(role, mayRead, field.type, seen),
  );
}

/** Makes the questions about arguments for one schema. */
export function makeArgumentCheck(schema: GraphQLSchema, mayRead: MayRead) {
  const slots = new WeakMap<readonly GraphQLArgument[], Map<string, boolean>>();

  /** Whether a role can do anything forbidden with the arguments of a field. */
  const matters = (role: string, type: string, field: GraphQLField<unknown, unknown>): boolean => {
    if (field.args.length === 0) return false;
    let roles = slots.get(field.args);
    if (!roles) {
      roles = new Map();
      slots.set(field.args, roles);
    }
    let answer = roles.get(role);
    if (answer === undefined) {
      answer = field.args.some(
        (arg) =>
          isForbidden(role, mayRead, `${type}.${field.name}(${arg.name})`) ||
          canForbid(role, mayRead, arg.type),
      );
      roles.set(role, answer);
    }
    return answer;
  };

  /** The first forbidden thing among the coerced arguments of a field, or `null`. */
  const forbidden = (
    role: string,
    type: string,
    field: GraphQLField<unknown, unknown>,
    args: Readonly<Record<string, unknown>>,
  ): string | null => {
    if (!matters(role, type, field)) return null;
    for (const arg of field.args) {
      const value = args[arg.name];
      if (value === undefined || value === null) continue;
      const key = `${type}.${field.name}(${arg.name})`;
      const found = isForbidden(role, mayRead, key) ? key : forbiddenIn(role, mayRead, arg.type, value);
      if (found) return found;
    }
    return null;
  };

  type Place = { type: string; field: GraphQLField<unknown, unknown>; node: FieldNode };
  const documents = new WeakMap<ArgumentRequest['document'], Map<string, Place[]>>();

  const placesOf = (role: string, document: ArgumentRequest['document']): Place[] => {
    let roles = documents.get(document);
    if (!roles) {
      roles = new Map();
      documents.set(document, roles);
    }
    let places = roles.get(role);
    if (!places) {
      const found: Place[] = [];
      const info = new TypeInfo(schema);
      visit(
        document,
        visitWithTypeInfo(info, {
          Field(node) {
            const [field, parent] = [info.getFieldDef(), info.getParentType()];
            if (field && parent && matters(role, parent.name, field))
              found.push({ type: parent.name, field, node });
          },
        }),
      );
      places = found;
      roles.set(role, places);
    }
    return places;
  };

  return {
    matters,
    forbidden,
    /** The same for all fields of an operation at once, before anything is executed. */
    ofOperation(role: string, { document, operationName, variables }: ArgumentRequest): boolean {
      const places = placesOf(role, document);
      if (places.length === 0) return true;
      const operation = document.definitions.find(
        (one) =>
          one.kind === Kind.OPERATION_DEFINITION && (!operationName || one.name?.value === operationName),
      );
      if (operation?.kind !== Kind.OPERATION_DEFINITION) return false;
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
      if (!coerced) return false;
      return places.every(({ type, field, node }) => {
        try {
          return forbidden(role, type, field, getArgumentValues(field, node, coerced)) === null;
        } catch {
          // Arguments that cannot be read are for the execution to refuse.
          return false;
        }
      });
    },
  };
}
