import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
} from 'graphql';

/** What a list without `first` is taken to hold, and a page whose size is not in the document. */
const listSize = 10;
const pageSize = 100;

const sizeOf = (field: GraphQLField<unknown, unknown>, given: ValueNode | undefined): number => {
  const first = field.args.find((arg) => arg.name === 'first');
  if (first) {
    if (given?.kind === Kind.INT) return Math.max(0, Number(given.value));
    // A variable is a number nobody knows yet; it can be at most a full page.
    if (given?.kind === Kind.VARIABLE) return pageSize;
    return typeof first.defaultValue === 'number' ? first.defaultValue : pageSize;
  }
  return isListType(getNullableType(field.type)) ? listSize : 1;
};

/**
 * Refuses a document that could ask for more objects than any screen shows: pages within pages multiply. What is counted
 * are objects at most, from the sizes that the document names.
 */
export const nodeBudget =
  (most: number): ValidationRule =>
  (context: ValidationContext): ASTVisitor => {
    const schema = context.getSchema();
    const known = new Map<string, number>();
    const open = new Set<string>();

    const measure = (parent: GraphQLNamedType | null | undefined, set: SelectionSetNode): number => {
      let nodes = 0;
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          if (!selection.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) continue;
          const field = parent.getFields()[selection.name.value];
          if (!field || isLeafType(getNamedType(field.type))) continue;
          const given = selection.arguments?.find((argument) => argument.name.value === 'first')?.value;
          nodes += sizeOf(field, given) * (1 + inner(field, selection.selectionSet));
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          const name = selection.typeCondition?.name.value;
          nodes += measure(name ? schema.getType(name) : parent, selection.selectionSet);
        } else nodes += ofFragment(context.getFragment(selection.name.value));
        if (nodes > most) return nodes;
      }
      return nodes;
    };

    /** Below a connection, `edges` is the page that the connection was already counted as. */
    const inner = (field: GraphQLField<unknown, unknown>, set: SelectionSetNode): number => {
      const type = getNamedType(field.type);
      const nodes = measure(type, set);
      return type.name.endsWith('Connection') ? Math.ceil(nodes / listSize) : nodes;
    };

    const ofFragment = (fragment: FragmentDefinitionNode | null | undefined): number => {
      if (!fragment || open.has(fragment.name.value)) return 0;
      const name = fragment.name.value;
      let nodes = known.get(name);
      if (nodes === undefined) {
        open.add(name);
        nodes = measure(schema.getType(fragment.typeCondition.name.value), fragment.selectionSet);
        open.delete(name);
        known.set(name, nodes);
      }
      return nodes;
    };

    return {
      OperationDefinition(node) {
        const isIntrospection = node.selectionSet.selections.every(
          (one) => one.kind === Kind.FIELD && one.name.value.startsWith('__'),
        );
        if (isIntrospection) return;
        const root = schema.getRootType(node.operation);
        if (measure(root, node.selectionSet) > most)
          context.reportError(
            new GraphQLError(`The document could ask for more than ${most} objects.`, { nodes: node }),
          );
      },
    };
  };
