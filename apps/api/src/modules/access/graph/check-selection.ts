import {
  type GraphQLError,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Permission } from './permission.ts';

/**
 * Looks at everything a root field is asked for, before it runs, for viewers who are no signed-in person: they may see so
 * little that the walls further down, which stand only where people differ, are not enough.
 */
export function refuseSelection(
  permission: Permission,
  role: string,
  info: GraphQLResolveInfo,
  refuse: (what: string) => GraphQLError,
): void {
  const seen = new Set<string>();
  const look = (type: GraphQLNamedType, set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        if (name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
        const types = isAbstractType(type) ? info.schema.getPossibleTypes(type) : [type];
        for (const one of types)
          if (permission.of(role, one.name, name) !== 'allow') throw refuse(`${one.name}.${name}`);
        const field = type.getFields()[name];
        if (field && selection.selectionSet) look(getNamedType(field.type), selection.selectionSet);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const name = selection.typeCondition?.name.value;
        look((name && info.schema.getType(name)) || type, selection.selectionSet);
      } else {
        const fragment = info.fragments[selection.name.value];
        if (!fragment || seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
        const named = info.schema.getType(fragment.typeCondition.name.value);
        if (named) look(named, fragment.selectionSet);
      }
    }
  };
  for (const node of info.fieldNodes)
    if (node.selectionSet) look(getNamedType(info.returnType), node.selectionSet);
}
