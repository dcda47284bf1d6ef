import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InMemoryCache } from '@apollo/client/cache';
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationTypeNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { Plugin } from 'vite';

/** An operation of the web app with the fragments it is made of, as its client means it. */
export interface KnownDocument {
  name: string;
  type: OperationTypeNode;
  text: string;
}

/** Every definition that stands in a `graphql(`…`)` under a folder. */
export function definitionsIn(folder: string): DefinitionNode[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\bgraphql\(\s*`([^`]+)`/g)])
    .flatMap(([, text]) => [...parse(text!).definitions]);
}

/** A definition with the fragments it spreads, and theirs. */
export function withFragments(
  definition: DefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const needed = new Map<string, FragmentDefinitionNode>();
  const look = (one: DefinitionNode): void => {
    visit(one, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment || needed.has(value)) return;
        needed.set(value, fragment);
        look(fragment);
      },
    });
  };
  look(definition);
  return { kind: Kind.DOCUMENT, definitions: [definition, ...needed.values()] };
}

/** What only the client reads: which fragments hide their fields from others. */
const withoutMasks = (document: DocumentNode): DocumentNode =>
  visit(document, {
    [Kind.DIRECTIVE]: ({ name: { value } }) => (value === 'unmask' || value === '_unmask' ? null : undefined),
  });

/**
 * The operations of the web app by name. Fragments are found by their names, so each name may stand only once; the client's
 * cache asks for `__typename` everywhere, and so does the text.
 */
export function knownDocuments(folder: string): KnownDocument[] {
  const definitions = definitionsIn(folder);
  const fragments = new Map<string, FragmentDefinitionNode>();
  const names = new Set<string>();
  for (const one of definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
    if (one.kind !== Kind.FRAGMENT_DEFINITION && one.kind !== Kind.OPERATION_DEFINITION) continue;
    const name = `${one.kind} ${one.name?.value}`;
    if (!one.name || names.has(name)) throw new Error(`Two documents of the web are one ${name}`);
    names.add(name);
  }
  const cache = new InMemoryCache();
  return definitions.flatMap((one) => {
    if (one.kind !== Kind.OPERATION_DEFINITION) return [];
    const text = print(cache.transformDocument(withoutMasks(withFragments(one, fragments))));
    return [{ name: one.name!.value, type: one.operation, text }];
  });
}

/** What the server is told: the text of each operation by its name, and a word that changes with any of them. */
export function documentManifest(folder: string): { version: string; texts: Record<string, string> } {
  const texts = Object.fromEntries(knownDocuments(folder).map(({ name, text }) => [name, text]));
  const version = createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 22);
  return { version, texts };
}

const virtual = 'virtual:documents-version';

/**
 * Compiles the documents of the web app: the built client names them by version and operation and sends no text; the server
 * reads the texts beside the built files. While developing the client sends its texts.
 */
export function compileDocuments(folder: string): Plugin {
  let version = '';
  return {
    name: 'compile-documents',
    buildStart() {
      if (this.environment.mode === 'build') version = documentManifest(folder).version;
    },
    resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
    load: (id) => (id === `\0${virtual}` ? `export default ${JSON.stringify(version)};` : undefined),
    writeBundle({ dir }) {
      if (dir) writeFileSync(join(dir, '.documents.json'), JSON.stringify(documentManifest(folder)));
    },
  };
}
