import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonRef } from '#modules/house';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { type PeopleWorld, peopleWorld } from '../../../../../tests/support/people-world.ts';
import { knowledgeOf } from './data/match-online.ts';
import { replayDecisions } from './domain/replay.ts';
import { mergeCustomers, unmergeCustomer } from './index.ts';
import { settleAgain } from './settle-again.ts';
import { splitRecord } from './split-record.ts';

let fresh: FreshDatabase;
let db: Database;
let people: PeopleWorld;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 3 });
  people = await peopleWorld(db);
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

// Mailboxes and phones far from each other: nearly the same ones are found by keys of other things, or not at all, in a batch as well.
interface Sketch {
  source: string;
  name: string | null;
  mail: number | null;
  phone: number | null;
  born: string | null;
}
const few = fc.option(fc.nat(2), { freq: 3 });
const sketch: fc.Arbitrary<Sketch> = fc.record({
  source: fc.constantFrom('hubspot', 'zendesk', 'mailchimp'),
  name: fc.option(
    fc.constantFrom('Ada Byron', 'A. Byron', 'Ada Byron Jr', 'Ion Pop', 'Maria Pop', 'Ioan Pop', 'Zoe Rus'),
    { freq: 4 },
  ),
  mail: few,
  phone: few,
  born: fc.option(fc.constantFrom('1980-01-02', '1991-05-06'), { freq: 2 }),
});

let worlds = 0;
const actor = { kind: 'user', id: null, name: 'Sam Steward' };
const rules = { follows: [] };

/** Tells records in an order, in a world of their own; gives who is with whom, and which of them are open cases, by their numbers. */
async function tellInOrder(sketches: readonly Sketch[], order: readonly number[]) {
  worlds += 1;
  await db.query('DELETE FROM match_key');
  const records = await tellHere(sketches, order);
  return { records, ...(await whoIsWho(records)) };
}

/** Tells more in the world of the last telling. */
const tellMore = async (sketches: readonly Sketch[], order: readonly number[]) => [
  ...(await tellHere(sketches, order)).keys(),
];

async function tellHere(sketches: readonly Sketch[], order: readonly number[]): Promise<Map<string, number>> {
  const world = String(worlds).padStart(4, '0');
  const personOf = (n: number): PersonRef => {
    const { name, mail, phone, born } = sketches[n]!;
    return {
      key: `k${String(n).padStart(2, '0')}.w${world}w`,
      ...(mail === null ? {} : { emails: [`${['violet', 'amber', 'jasmin'][mail]}.w${world}w@x.ro`] }),
      ...(phone === null ? {} : { phones: [`+407${['2183', '5619', '4465'][phone]}${world}`] }),
      profile: { ...(name ? { fullName: name } : {}), ...(born ? { birthDate: born } : {}), language: 'ro' },
    };
  };
  const records = new Map<string, number>();
  for (const n of order) {
    const [told] = await people.tell(sketches[n]!.source, people.signal(personOf(n)));
    records.set(told!.sourceRecordId!, n);
  }
  return records;
}

async function whoIsWho(records: ReadonlyMap<string, number>) {
  const ids = [...records.keys()];
  const owners = await db.query<{ id: string; customer: string }>(
    'SELECT id, customer_id AS customer FROM source_record WHERE id = ANY($1)',
    [ids],
  );
  const groups = new Map<string, number[]>();
  for (const { id, customer } of owners)
    groups.set(customer, [...(groups.get(customer) ?? []), records.get(id)!]);
  const doubts = await db.query<{ a: string; b: string; p: number | null }>(
    `SELECT d.source_record_id AS a, d.candidate_record_id AS b, round(d.probability::numeric, 4)::float8 AS p
       FROM doubt d JOIN source_record r ON r.id = d.source_record_id JOIN source_record c ON c.id = d.candidate_record_id
      WHERE d.status = 'open' AND r.customer_id <> c.customer_id AND d.source_record_id = ANY($1)`,
    [ids],
  );
  return {
    customers: [...groups.values()].map((group) => group.sort((x, y) => x - y).join(' ')).sort(),
    cases: doubts
      .map(({ a, b, p }) =>
        [records.get(a)!, records.get(b)!]
          .sort((x, y) => x - y)
          .concat(p ?? -1)
          .join(' '),
      )
      .sort(),
  };
}

const world = fc.array(sketch, { minLength: 3, maxLength: 8 }).chain((sketches) =>
  fc.tuple(
    fc.constant(sketches),
    fc.shuffledSubarray(
      sketches.map((_, n) => n),
      { minLength: sketches.length, maxLength: sketches.length },
    ),
  ),
);

describe('Whoever comes first', () => {
  it('is of no account: the same records are the same customers and the same open cases', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ([sketches, order]) => {
        const straight = await tellInOrder(
          sketches,
          sketches.map((_, n) => n),
        );
        const shuffled = await tellInOrder(sketches, order);
        expect({ customers: shuffled.customers, cases: shuffled.cases }).toEqual({
          customers: straight.customers,
          cases: straight.cases,
        });
      }),
      { numRuns: 60, seed: 20261128 },
    );
  }, 240_000);

  it('is of no account to a run over everybody: it finds the customers that came about one by one', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ([sketches, order]) => {
        const { records, customers, cases } = await tellInOrder(sketches, order);
        const { customerOf, moved, raised, dropped } = await db.transaction(async (tx) => {
          const owners = await tx.query<{ id: string }>(
            'SELECT DISTINCT customer_id AS id FROM source_record WHERE id = ANY($1)',
            [[...records.keys()]],
          );
          const knowledge = await knowledgeOf(tx);
          return settleAgain(
            tx,
            owners.map(({ id }) => [id]),
            { knowledge, actor, rules },
          );
        });
        expect({ moved, raised, dropped }).toEqual({ moved: 0, raised: 0, dropped: 0 });
        expect(new Set(customerOf.values()).size).toBe(customers.length);
        expect(await whoIsWho(records)).toEqual({ customers, cases });
      }),
      { numRuns: 30, seed: 20261129 },
    );
  }, 240_000);
});

/** What a person does now and then. */
const deed = fc.record({ kind: fc.constantFrom('merge', 'undo', 'split'), one: fc.nat(9), other: fc.nat(9) });

/** Does what people do, between records that are there by then. */
async function doDeed(
  { kind, one, other }: { kind: string; one: number; other: number },
  ids: readonly string[],
) {
  const [a, b] = [ids[one % ids.length]!, ids[other % ids.length]!];
  const [mine] = await db.query<{ id: string }>('SELECT customer_id AS id FROM source_record WHERE id = $1', [
    a,
  ]);
  const [theirs] = await db.query<{ id: string }>(
    'SELECT customer_id AS id FROM source_record WHERE id = $1',
    [b],
  );
  if (kind === 'split') await db.transaction((tx) => splitRecord(tx, a, actor, null, rules));
  else if (kind === 'merge')
    await db.transaction((tx) =>
      mergeCustomers(tx, { survivorId: mine!.id, otherId: theirs!.id, actor }, rules),
    );
  else {
    const [last] = await db.query<{ id: string }>(
      `SELECT id FROM decision WHERE customer_ids @> ARRAY[$1::uuid] AND kind IN ('merge', 'auto-link', 'auto-merge') ORDER BY id DESC LIMIT 1`,
      [mine!.id],
    );
    if (last) await db.transaction((tx) => unmergeCustomer(tx, last.id, actor, null, rules));
  }
}

describe('What people have said', () => {
  it('is in the log, and the log alone gives the customers that there are', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.array(deed, { maxLength: 6 }), async ([sketches, order], deeds) => {
        const half = Math.ceil(order.length / 2);
        const first = await tellInOrder(sketches, order.slice(0, half));
        for (const one of deeds) await doDeed(one, [...first.records.keys()]);
        const rest = await tellMore(sketches, order.slice(half));
        const ids = [...first.records.keys(), ...rest];
        const born = await db.query<{ id: string; customer: string }>(
          `SELECT DISTINCT ON (source_record_id) source_record_id AS id, customer_id AS customer FROM membership WHERE source_record_id = ANY($1)
            ORDER BY source_record_id, valid_from, id`,
          [ids],
        );
        const decisions = await db.query<{ kind: string; recordIds: string[]; customerIds: string[] }>(
          'SELECT kind, record_ids AS "recordIds", customer_ids AS "customerIds" FROM decision WHERE record_ids && $1::uuid[] ORDER BY id',
          [ids],
        );
        const owners = await db.query<{ id: string; customer: string }>(
          'SELECT id, customer_id AS customer FROM source_record WHERE id = ANY($1) ORDER BY id',
          [ids],
        );
        const replayed = replayDecisions(new Map(born.map(({ id, customer }) => [id, customer])), decisions);
        expect(owners.map(({ id }) => [id, replayed.get(id)])).toEqual(
          owners.map(({ id, customer }) => [id, customer]),
        );
      }),
      { numRuns: 30, seed: 20261130 },
    );
  }, 240_000);

  it('holds whatever comes later and whenever everybody is looked at again', async () => {
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.array(deed, { minLength: 1, maxLength: 4 }),
        async ([sketches, order], deeds) => {
          const half = Math.ceil(order.length / 2);
          const first = await tellInOrder(sketches, order.slice(0, half));
          for (const one of deeds) await doDeed(one, [...first.records.keys()]);
          const rest = await tellMore(sketches, order.slice(half));
          const ids = [...first.records.keys(), ...rest];
          await db.transaction(async (tx) => {
            const owners = await tx.query<{ id: string }>(
              'SELECT DISTINCT customer_id AS id FROM source_record WHERE id = ANY($1)',
              [ids],
            );
            await settleAgain(tx, [owners.map(({ id }) => id)], {
              knowledge: await knowledgeOf(tx),
              actor,
              rules,
            });
          });
          const broken = await db.query(
            `SELECT 'apart' AS said, record_a, record_b FROM cannot_link l JOIN source_record a ON a.id = l.record_a JOIN source_record b ON b.id = l.record_b
            WHERE a.customer_id = b.customer_id AND a.id = ANY($1)
           UNION ALL SELECT 'one', record_a, record_b FROM must_link l JOIN source_record a ON a.id = l.record_a JOIN source_record b ON b.id = l.record_b
            WHERE a.customer_id <> b.customer_id AND a.id = ANY($1)`,
            [ids],
          );
          expect(broken).toEqual([]);
        },
      ),
      { numRuns: 30, seed: 20261201 },
    );
  }, 240_000);
});
