import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import { mergeCustomers, moveRulesOf, unmergeCustomer } from '../../apps/api/src/modules/identity/index.ts';
import { subjectsOf } from '../../apps/api/src/modules/intake/index.ts';
import { overrideStage } from '../../apps/api/src/modules/journey/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { happenings, ofNobody, peopleOfEverything, tellEverything } from '../support/everything.ts';

const subjects = subjectsOf(modules);
const moving = moveRulesOf(modules);
const actor = { kind: 'user', id: null, name: 'Sam Steward' };
/** Tables of how it came about: they grow with every decision and are never put back. */
const history = [
  'audit_entry',
  'cannot_link',
  'change',
  'customer_redirect',
  'decision',
  'membership',
  'migration',
];

let fresh: FreshDatabase;
let db: Database;
/** Tables whose `customer_id` is that of the source record their rows hang on. */
let following: string[];

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 3 });
  following = (
    await db.query<{ name: string }>(
      // What is only read from other tables (a view) goes with them by itself.
      `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name IN ('customer_id', 'source_record_id')
        GROUP BY 1 HAVING count(*) = 2 ORDER BY 1`,
    )
  )
    .map(({ name }) => name)
    .filter((name) => !history.includes(name));
  await tellEverything(db, subjects);
  const viewer = {
    kind: 'user' as const,
    id: null,
    name: 'Sam Steward',
    role: 'sales-rep',
    department: 'sales',
  };
  for (const [n, customerId] of (await live()).entries()) {
    const wish = { customerId, stage: n % 2 ? 'need' : 'research', reason: 'They told me so' };
    const said = await db.transaction((tx) =>
      overrideStage(tx, viewer, wish, new Date(Date.UTC(2026, 10, 1 + n))),
    );
    if (!said.ok) throw new Error(said.refusal.message);
  }
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const live = async (): Promise<string[]> =>
  (await db.query<{ id: string }>('SELECT id FROM customer WHERE merged_into IS NULL ORDER BY id')).map(
    ({ id }) => id,
  );

/** Every row of every table that is not history, as text. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = await db.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1::text[]) ORDER BY 1`,
    [history],
  );
  const rows: Record<string, string[]> = {};
  for (const { name } of tables)
    rows[name] = (await db.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t ORDER BY 1`)).map(
      ({ line }) => line,
    );
  return rows;
}

/** What must hold after every step, whoever was merged with whom. */
async function holds(): Promise<void> {
  for (const table of following) {
    const [strays] = await db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} t JOIN source_record r ON r.id = t.source_record_id WHERE t.customer_id IS DISTINCT FROM r.customer_id`,
    );
    expect({ table, strays: strays!.n }).toEqual({ table, strays: 0 });
  }
  const [wrong] = await db.query(
    `SELECT (SELECT count(*)::int FROM source_record r JOIN customer c ON c.id = r.customer_id WHERE c.merged_into IS NOT NULL) AS gone,
            (SELECT count(*)::int FROM source_record r LEFT JOIN membership m ON m.source_record_id = r.id AND m.valid_to IS NULL
              WHERE r.kind = 'person' AND m.customer_id IS DISTINCT FROM r.customer_id) AS unsaid,
            (SELECT count(*)::int FROM customer c FULL JOIN customer_summary s ON s.customer_id = c.id
              WHERE (c.merged_into IS NULL) <> (s.customer_id IS NOT NULL)) AS summaries,
            (SELECT count(*)::int FROM customer_stage s JOIN customer c ON c.id = s.customer_id WHERE c.merged_into IS NOT NULL) AS stages`,
  );
  expect(wrong).toEqual({ gone: 0, unsaid: 0, summaries: 0, stages: 0 });
  // What is kept of each customer beside their rows is what counting again gives.
  const ids = await live();
  const kept = await everything();
  await db.transaction((tx) => moving.onMove!(tx, ids));
  expect(await everything()).toEqual(kept);
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ merge: fc.nat(99), into: fc.nat(99) }) },
  { weight: 2, arbitrary: fc.record({ unmerge: fc.nat(99) }) },
);

describe('merging and unmerging', () => {
  it('knows something of every kind and in every table that follows a source record, of everybody', async () => {
    expect([...Object.keys(happenings), ...ofNobody].sort()).toEqual([...subjects.kinds.keys()].sort());
    expect([...new Set(['affiliation', ...moving.follows])].sort()).toEqual(following);
    const customers = await live();
    expect(customers).toHaveLength(peopleOfEverything.length);
    for (const table of following) {
      const [whose] = await db.query<{ n: number }>(
        `SELECT count(DISTINCT customer_id)::int AS n FROM ${table}`,
      );
      expect({ table, customers: whose!.n }).toEqual({ table, customers: customers.length });
    }
    await holds();
  });

  it('in any order, gives every row its owner at each step and every byte back at the end', async () => {
    const before = await everything();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), fc.nat(), async (steps, seed) => {
        const open: string[] = [];
        const undo = async (place: number) => {
          const [decisionId] = open.splice(place % open.length, 1);
          const undone = await db.transaction((tx) => unmergeCustomer(tx, decisionId!, actor, null, moving));
          expect(undone).toMatchObject({ ok: true });
        };
        for (const one of steps) {
          if ('merge' in one) {
            const people = await live();
            if (people.length < 2) continue;
            const survivorId = people[one.into % people.length]!;
            const others = people.filter((id) => id !== survivorId);
            const otherId = others[one.merge % others.length]!;
            const merged = await db.transaction((tx) =>
              mergeCustomers(tx, { survivorId, otherId, actor }, moving),
            );
            if (!merged.ok) throw new Error(merged.refusal.message);
            open.push(merged.value.decisionId);
          } else if (open.length > 0) await undo(one.unmerge);
          await holds();
        }
        while (open.length > 0) await undo(seed);
        await holds();
        expect(await everything()).toEqual(before);
      }),
      { numRuns: 8, seed: 20261122 },
    );
  });
});
