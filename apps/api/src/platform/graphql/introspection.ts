import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';

const asked = new WeakMap<DocumentNode, boolean>();

/** Whether a document asks about the schema itself (`__schema`, `__type`); `__typename` is harmless. */
export function asksForSchema(document: DocumentNode): boolean {
  let answer = asked.get(document);
  if (answer === undefined) {
    const inside = (set: SelectionSetNode): boolean =>
      set.selections.some((one) =>
        one.kind === Kind.FIELD
          ? one.name.value === '__schema' ||
            one.name.value === '__type' ||
            (one.selectionSet !== undefined && inside(one.selectionSet))
          : one.kind === Kind.INLINE_FRAGMENT && inside(one.selectionSet),
      );
    answer = document.definitions.some(
      (one) => 'selectionSet' in one && one.selectionSet && inside(one.selectionSet),
    );
    asked.set(document, answer);
  }
  return answer;
}
