import DataLoader from 'dataloader';
import type { Database, Db } from '#platform/database';
import type { Batch, RequestContext, Site, Viewer } from './context.ts';

/** Makes the context of one operation. */
export function makeContext(
  database: Database,
  viewer: Viewer,
  request: {
    address?: string | null;
    userAgent?: string | null;
    cookie?: string | null;
    site?: Site;
    setCookie?: (header: string) => void;
    /** Where reads that people wait for are asked; the database itself without it. */
    reading?: Db;
  } = {},
): RequestContext {
  const statements = { count: 0 };
  const count = (db: Db): Db => ({
    query: (sql, values) => {
      statements.count += 1;
      return db.query(sql, values);
    },
    named: (name, sql, values) => {
      statements.count += 1;
      return db.named(name, sql, values);
    },
  });
  const counted: Database = { ...database, ...count(database) };
  const reads = request.reading ? count(request.reading) : counted;
  // One loader per batch function: the function itself is the key, so there is no registry to keep.
  let loaders = new Map<Batch<never, unknown>, DataLoader<unknown, unknown, string>>();
  return {
    viewer,
    db: counted,
    reads,
    statements,
    address: request.address ?? null,
    userAgent: request.userAgent ?? null,
    cookie: request.cookie ?? null,
    site: request.site ?? { secure: true, demo: 'off' },
    setCookie: request.setCookie ?? (() => undefined),
    forget() {
      loaders = new Map();
    },
    load<Key, Value>(batch: Batch<Key, Value>, key: Key): Promise<Value> {
      let loader = loaders.get(batch as Batch<never, unknown>);
      if (!loader) {
        loader = new DataLoader<unknown, unknown, string>((keys) => batch(reads, keys as readonly Key[]), {
          cacheKeyFn: (asked) => (typeof asked === 'string' ? asked : JSON.stringify(asked)),
          maxBatchSize: 500,
        });
        loaders.set(batch as Batch<never, unknown>, loader);
      }
      return loader.load(key) as Promise<Value>;
    },
  };
}
