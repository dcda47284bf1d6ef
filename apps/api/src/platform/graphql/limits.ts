import {
  type ASTNode,
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { nodeBudget } from './node-budget.ts';

// The widest of our own pages, with the type of each object, asks for a little over 600 fields; what an answer may cost is bounded by `nodes`.
const most = { depth: 12, aliases: 15, directives: 5, fields: 800, nodes: 10_000 };

const refuse = (context: ValidationContext, node: ASTNode, message: string) =>
  context.reportError(new GraphQLError(message, { nodes: node }));

/** Counts of one operation with its fragments unfolded; each fragment is measured once, so a fragment bomb stays cheap. */
interface Size {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

function measure(
  context: ValidationContext,
  set: SelectionSetNode,
  known: Map<string, Size>,
  open: Set<string>,
): Size {
  const size: Size = { depth: 0, fields: 0, aliases: 0, directives: 0 };
  const add = (inner: Size, deeper: number) => {
    size.depth = Math.max(size.depth, inner.depth + deeper);
    size.fields += inner.fields;
    size.aliases += inner.aliases;
    size.directives += inner.directives;
  };
  for (const selection of set.selections) {
    size.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) {
      size.fields += 1;
      if (selection.alias && selection.alias.value !== selection.name.value) size.aliases += 1;
      if (selection.selectionSet) add(measure(context, selection.selectionSet, known, open), 1);
      else size.depth = Math.max(size.depth, 1);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      add(measure(context, selection.selectionSet, known, open), 0);
    } else {
      const name = selection.name.value;
      const fragment: FragmentDefinitionNode | null | undefined = context.getFragment(name);
      if (!fragment || open.has(name)) continue;
      let inner = known.get(name);
      if (!inner) {
        open.add(name);
        inner = measure(context, fragment.selectionSet, known, open);
        open.delete(name);
        known.set(name, inner);
      }
      add(inner, 0);
    }
  }
  return size;
}

/** Refuses documents that are deeper, wider or more repetitive than any screen needs. */
const boundedDocument: ValidationRule = (context): ASTVisitor => ({
  OperationDefinition(node) {
    const size = measure(context, node.selectionSet, new Map(), new Set());
    const isIntrospection = node.selectionSet.selections.every(
      (one) => one.kind === Kind.FIELD && one.name.value.startsWith('__'),
    );
    const depth = isIntrospection ? 16 : most.depth;
    if (size.depth > depth) refuse(context, node, `The document is deeper than ${depth} levels.`);
    if (size.fields > most.fields)
      refuse(context, node, `The document asks for more than ${most.fields} fields.`);
    if (size.aliases > most.aliases)
      refuse(context, node, `The document has more than ${most.aliases} aliases.`);
    if (size.directives + (node.directives?.length ?? 0) > most.directives)
      refuse(context, node, `The document has more than ${most.directives} directives.`);
  },
});

/** How large a document may be: tokens while parsing, then depth, fields, aliases, directives and the objects it could ask for. */
export const limits = { tokens: 2_000, rules: [boundedDocument, nodeBudget(most.nodes)], ...most };
