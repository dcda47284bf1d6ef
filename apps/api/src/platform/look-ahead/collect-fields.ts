import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';

/** What is known while a document is compiled. */
export interface Surroundings {
  schema: GraphQLSchema;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  /** Told of every variable whose value, or whose being given, shaped the statement. */
  shapedBy: (variable: string, by: 'value' | 'given') => void;
}

/** Fields of a selection by response key, in the order of execution (GraphQL spec 6.3.2), fragments unfolded. */
export function collectFields(
  around: Surroundings,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();

  const isWanted = (node: SelectionNode): boolean => {
    for (const directive of node.directives ?? [])
      for (const argument of directive.arguments ?? [])
        if (argument.value.kind === Kind.VARIABLE) around.shapedBy(argument.value.name.value, 'value');
    const skip = getDirectiveValues(GraphQLSkipDirective, node, around.variables);
    if (skip?.if === true) return false;
    const include = getDirectiveValues(GraphQLIncludeDirective, node, around.variables);
    return include?.if !== false;
  };
  const applies = (condition: FragmentDefinitionNode['typeCondition'] | undefined): boolean => {
    if (!condition) return true;
    const named = typeFromAST(around.schema, condition);
    return named === type || (isAbstractType(named) && around.schema.isSubType(named, type));
  };
  const walk = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isWanted(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const same = fields.get(key);
        if (same) same.push(selection);
        else fields.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition)) walk(selection.selectionSet);
      } else {
        const name = selection.name.value;
        const fragment = around.fragments[name];
        if (visited.has(name) || !fragment) continue;
        visited.add(name);
        if (applies(fragment.typeCondition)) walk(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) walk(set);
  return fields;
}
