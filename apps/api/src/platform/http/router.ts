import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as routes see it. */
export interface Asked {
  readonly method: string;
  /** Decoded path without the query. */
  readonly path: string;
  /** The query as it came, with its `?`, or empty. */
  readonly search: string;
}

/** Answers one request. What it throws becomes a 500 with a trace id and nothing else. */
export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
) => void | Promise<void>;

/** One address and who answers there. A path that ends with `/*` stands for everything below it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | '*';
  readonly path: string;
  readonly answer: Answer;
}

/** What was found for a request: an answer, or which methods would have been right. */
export type Found = { answer: Answer } | { allow: string[] } | undefined;

/** Finds routes by exact path first, then by the longest prefix. */
export function makeRouter(routes: readonly Route[]): (method: string, path: string) => Found {
  const exact = new Map<string, Map<string, Answer>>();
  const below: { prefix: string; methods: Map<string, Answer> }[] = [];
  for (const { method, path, answer } of routes) {
    const prefix = path.endsWith('/*') ? path.slice(0, -1) : undefined;
    let methods = prefix ? below.find((one) => one.prefix === prefix)?.methods : exact.get(path);
    if (!methods) {
      methods = new Map();
      if (prefix) below.push({ prefix, methods });
      else exact.set(path, methods);
    }
    methods.set(method, answer);
  }
  below.sort((one, other) => other.prefix.length - one.prefix.length);
  return (method, path) => {
    const methods = exact.get(path) ?? below.find(({ prefix }) => path.startsWith(prefix))?.methods;
    if (!methods) return undefined;
    const answer =
      methods.get(method) ?? (method === 'HEAD' ? methods.get('GET') : undefined) ?? methods.get('*');
    return answer ? { answer } : { allow: [...methods.keys()] };
  };
}

/** Splits and decodes the target of a request; `undefined` when it is not a path that can be decoded. */
export function readTarget(target: string): { path: string; search: string } | undefined {
  if (!target.startsWith('/')) return undefined;
  const at = target.indexOf('?');
  const raw = at < 0 ? target : target.slice(0, at);
  try {
    const path = raw.includes('%') ? decodeURIComponent(raw) : raw;
    return path.includes('\0') ? undefined : { path, search: at < 0 ? '' : target.slice(at) };
  } catch {
    return undefined;
  }
}
