import { existsSync, readFileSync } from 'node:fs';
import { mistake } from '#platform/graphql';

/** The documents of the web app, as its build wrote them down. */
export interface KnownDocuments {
  /** Names the whole set: changes whenever a document changes. */
  readonly version: string;
  /** The text of each operation, by its name. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Reads what the build of the web app wrote; `undefined` where it was not built. */
export function readKnownDocuments(file: string): KnownDocuments | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KnownDocuments) : undefined;
}

/** What a client posts, as far as it names a document. */
export interface NamedDocument {
  query?: unknown;
  operationName?: unknown;
  extensions?: unknown;
}

/** Who asks, as far as it matters which documents they may ask. */
export interface DocumentAsker {
  /** Whether the session came by itself, as a browser sends its cookie, and was not shown by a program. */
  byCookie: boolean;
  isUser: boolean;
  /** Whether they develop against the schema. */
  mayIntrospect: boolean;
}

/** The gate for documents: which text is meant, and whether it may be asked. */
export interface DocumentGate {
  /** The text that a request means: its own, or the known one that it names; an error when it names none that is known. */
  textOf(asked: NamedDocument): string | undefined;
  /** Refuses a text that the web app does not ask, where only its documents are answered. */
  assertMayAsk(text: string, asker: DocumentAsker): void;
}

const unknown = () =>
  mistake(
    'UNKNOWN_DOCUMENT',
    'This page is older than the server, or asks something of its own. Load it again.',
  );

/**
 * Makes the gate. With `only`, a browser's session is answered the documents of the web app and no other: a foreign script in
 * a page finds no way to ask for more than a screen shows. A program shows its session as a bearer token; who develops
 * against the schema asks what they like; and who is not signed in reaches the entrance alone.
 */
export function gateDocuments(known: KnownDocuments | undefined, only: boolean): DocumentGate {
  const texts = new Set(Object.values(known?.texts ?? {}));
  return {
    textOf({ query, operationName, extensions }) {
      const version = (extensions as { documents?: unknown } | null | undefined)?.documents;
      if (version === undefined) return typeof query === 'string' ? query : undefined;
      const text =
        known && version === known.version && typeof operationName === 'string'
          ? Object.hasOwn(known.texts, operationName) && known.texts[operationName]
          : undefined;
      if (!text) throw unknown();
      return text;
    },
    assertMayAsk(text, { byCookie, isUser, mayIntrospect }) {
      if (only && isUser && byCookie && !mayIntrospect && !texts.has(text)) throw unknown();
    },
  };
}
