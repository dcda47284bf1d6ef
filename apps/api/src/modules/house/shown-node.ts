import type { NodeLoader, NodeReader } from './manifest.ts';

/** What somebody finds by a node's loader: nothing, when the row is not theirs to see. */
export const shownNode = (
  { typeName, mayRead }: NodeLoader,
  found: object | null,
  reader: NodeReader,
): object | null =>
  found && (!mayRead || mayRead(found, reader)) ? { ...found, __typename: typeName } : null;
