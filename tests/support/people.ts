import { newId } from '../../apps/api/src/kernel/id.ts';
import type { Located, Recorded, SignalKind } from '../../apps/api/src/modules/house/index.ts';
import { type Database, openDatabase, type Tx } from '../../apps/api/src/platform/database/index.ts';
import { freshDatabase } from './database.ts';

/** Somebody to whom things can happen in a test. */
export interface TestPerson {
  customerId: string;
  sourceRecordId: string;
}

/** A private database with one source and a few people, in which a subject's recorders can be tried alone. */
export interface TestWorld {
  database: Database;
  sourceId: string;
  person(name: string): Promise<TestPerson>;
  /** Remembers a signal and says where identity found it. */
  located<Body, Asked>(
    kind: SignalKind<Body, Asked>,
    signal: { subjectKey: string; at: string; body: unknown },
    whose?: { person?: TestPerson; others?: TestPerson[]; companyId?: string },
  ): Promise<Located<Body>>;
  /** Records a set as the front door would. */
  record<Body, Asked>(kind: SignalKind<Body, Asked>, items: Located<Body>[]): Promise<Recorded>;
  /** These columns of all rows of a table, in order; without columns, whole rows. */
  rows(table: string, ...columns: string[]): Promise<Record<string, unknown>[]>;
  /** How many statements some work asked. */
  statements(work: (tx: Tx) => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

/** Makes such a world. `entities` may stay empty: recorders read their entities from the decorators. */
export async function testWorld(): Promise<TestWorld> {
  const fresh = await freshDatabase();
  const database = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 2 });
  const sourceId = newId();
  await database.query(`INSERT INTO source (id, key, name, system) VALUES ($1, 'test', 'Test', 'csv')`, [
    sourceId,
  ]);
  let events = 0;

  return {
    database,
    sourceId,
    async person(name) {
      const [customerId, sourceRecordId] = [newId(), newId()];
      await database.query(
        `WITH who AS (INSERT INTO customer (id, display_name, created_at) VALUES ($1, $2, now()) RETURNING id),
              line AS (INSERT INTO customer_summary (customer_id, display_name, sort_name, created_at) SELECT id, $2, $2, now() FROM who)
         INSERT INTO source_record (id, source_id, kind, source_key, customer_id, created_at)
         SELECT $3, $4, 'person', 'person:' || $2, id, now() FROM who`,
        [customerId, name, sourceRecordId, sourceId],
      );
      return { customerId, sourceRecordId };
    },
    async located(kind, { subjectKey, at, body }, { person, others, companyId } = {}) {
      const signalId = newId();
      const eventId = `event-${++events}`;
      await database.query(
        `INSERT INTO signal (id, source_id, event_id, kind, subject_key, at, body, body_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, '')`,
        [signalId, sourceId, eventId, kind.kind, subjectKey, at, JSON.stringify(body)],
      );
      return {
        signal: { kind: kind.kind, eventId, subjectKey, at, body: kind.schema.parse(body) },
        signalId,
        sourceId,
        at: new Date(at),
        ...person,
        ...(others ? { others } : {}),
        ...(companyId ? { companyId } : {}),
      };
    },
    record: (kind, items) => database.transaction((tx) => kind.record(tx, items)),
    rows: (table, ...columns) =>
      columns.length > 0
        ? database.query(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${columns.join(', ')}`)
        : database.query(`SELECT * FROM ${table} r ORDER BY to_jsonb(r)::text`),
    statements: (work) =>
      database.transaction(async (tx) => {
        let count = 0;
        const counting: Tx = {
          ...tx,
          query: (sql, values) => {
            count += 1;
            return tx.query(sql, values);
          },
          named: (name, sql, values) => {
            count += 1;
            return tx.named(name, sql, values);
          },
          later: (name, sql, values, means) => {
            count += 1;
            tx.later(name, sql, values, means);
          },
        };
        await work(counting);
        return count;
      }),
    async close() {
      await database.close();
      await fresh.drop();
    },
  };
}
