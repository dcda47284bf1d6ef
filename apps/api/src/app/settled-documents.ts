import type { DocumentNode } from 'graphql';

/** Documents that were parsed and found valid, by their text: what is asked again is not read again. */
export interface SettledDocuments {
  get(text: string): DocumentNode | undefined;
  settle(text: string, document: DocumentNode): void;
}

const most = 500;
const longest = 20_000;

/** Keeps the documents that were asked last. */
export function keepSettledDocuments(): SettledDocuments {
  const known = new Map<string, DocumentNode>();
  return {
    get: (text) => known.get(text),
    settle(text, document) {
      if (text.length > longest || known.has(text)) return;
      if (known.size >= most) known.delete(known.keys().next().value!);
      known.set(text, document);
    },
  };
}
