import type { Database, Db } from '#platform/database';

/** Who asks: a signed-in person, a machine with a key, or nobody yet. */
export interface Viewer {
  kind: 'user' | 'key' | 'anonymous';
  id: string | null;
  name: string;
  role: string;
  department: string | null;
  sessionId?: string;
}

/** Reads many things by their keys with one SQL; answers in the order of the keys. */
export type Batch<Key, Value> = (db: Db, keys: readonly Key[]) => Promise<readonly Value[]>;

/** What the process knows of its own place in the network; never taken from a header. */
export interface Site {
  /** Whether browsers come by HTTPS, so that cookies may carry the `__Host-` name. */
  secure: boolean;
  /** Whether demo users may be entered without a password, and from where. */
  demo: 'off' | 'loopback' | 'anywhere';
}

/** What one GraphQL operation carries with it. A subscription gets a fresh one for every event. */
export interface RequestContext {
  viewer: Viewer;
  db: Database;
  /** For reads that a person waits for: they end after a few seconds, and cannot write. */
  reads: Db;
  /** A loader per request and batch function: equal keys are read once, keys of one tick in one SQL. */
  load<Key, Value>(batch: Batch<Key, Value>, key: Key): Promise<Value>;
  /** Forgets what was loaded, after a mutation wrote. */
  forget(): void;
  /** Address of the socket, for the audit trail. */
  address: string | null;
  userAgent: string | null;
  /** Cookies to set or clear with the answer. */
  setCookie(header: string): void;
  /** Where this process stands. */
  readonly site: Site;
  /** The request's own `Cookie` header, for signing out and rotating. */
  readonly cookie: string | null;
  /** Counts of what this operation asked of PostgreSQL, for laws and benchmarks. */
  readonly statements: { count: number };
}
