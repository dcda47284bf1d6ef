import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { AuditedAct } from '../domain/audited-act.ts';

/** Root fields that give many persons at once, and how many are an ordinary page: what is larger is written down. */
const ordinary: Readonly<Record<string, number>> = {
  customers: 50,
  search: 50,
  doubts: 50,
  unreadableSignals: 50,
};

interface Asked {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables: Record<string, unknown>;
}

/** Finds the root fields of a query that read personal data in bulk. */
export function bulkReadsOf(schema: GraphQLSchema): (asked: Asked) => AuditedAct[] {
  const known = new WeakMap<DocumentNode, FieldNode[]>();
  const query = schema.getQueryType()!.getFields();

  const rootNodes = (document: DocumentNode): FieldNode[] => {
    let nodes = known.get(document);
    if (nodes) return nodes;
    nodes = [];
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const one of document.definitions)
      if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
    const look = (set: SelectionSetNode): void => {
      for (const one of set.selections)
        if (one.kind === Kind.FIELD) {
          if (one.name.value in ordinary) nodes!.push(one);
        } else {
          const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
          if (inner) look(inner.selectionSet);
        }
    };
    for (const one of document.definitions)
      if (one.kind === Kind.OPERATION_DEFINITION) look(one.selectionSet);
    known.set(document, nodes);
    return nodes;
  };

  return ({ document, operationName, variables }) => {
    const nodes = rootNodes(document);
    if (nodes.length === 0) return [];
    const operation = document.definitions.find(
      (one) =>
        one.kind === Kind.OPERATION_DEFINITION && (!operationName || one.name?.value === operationName),
    );
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (!coerced) return [];
    return nodes.flatMap((node) => {
      const field = query[node.name.value];
      if (!field) return [];
      try {
        const args = getArgumentValues(field, node, coerced);
        const first = Number(args.first ?? 0);
        if (!(first > ordinary[field.name]!)) return [];
        // Which filters, not their values: the trail must not collect what people searched for.
        const filter = args.filter && typeof args.filter === 'object' ? Object.keys(args.filter) : [];
        return [
          {
            action: `read-${field.name}`,
            details: { first, filter, goesOn: Boolean(args.after), operation: operationName ?? null },
          },
        ];
      } catch {
        return [];
      }
    });
  };
}
