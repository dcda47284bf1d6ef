import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { type PeopleWorld, peopleWorld } from '../../../../../tests/support/people-world.ts';
import { decisionsByCustomer } from './data/record-rows.ts';
import {
  linkDoubt,
  type MoveRules,
  mergeCustomers,
  previewMerge,
  separateDoubt,
  stewardRecord,
  unmergeCustomer,
} from './index.ts';
import { sayAsSteward } from './say-as-steward.ts';

let fresh: FreshDatabase;
let db: Database;
let people: PeopleWorld;
const rules: MoveRules = {
  follows: ['affiliation', 'note', 'ticket', 'timeline_entry'],
  // What support does to the summary, so that it is seen to come back too.
  onMove: async (tx, ids) => {
    await tx.query(
      `UPDATE customer_summary s SET tickets = (SELECT count(*) FROM ticket t WHERE t.customer_id = s.customer_id) WHERE customer_id = ANY($1)`,
      [ids],
    );
  },
};
const actor = { kind: 'user', id: null, name: 'Sam Steward' };

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [] });
  people = await peopleWorld(db, rules);
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

let world = 0;
beforeEach(() => {
  world += 1;
});

/** Two customers with a ticket, a note, a company and tags each. */
async function adaAndAugusta(): Promise<[string, string]> {
  const ids: string[] = [];
  for (const [n, name] of ['Ada Byron', 'Augusta King'].entries()) {
    const found = await people.tellOne(
      n ? 'zendesk' : 'hubspot',
      {
        key: `k${n}.${world}`,
        emails: [`p${n}.${world}@crm.ro`],
        phones: [`+4072${n}${String(world).padStart(6, '0')}`],
        profile: { fullName: name, city: n ? 'Iași' : 'Cluj', country: 'Romania', tags: [`t${n}`] },
      },
      { at: `2026-0${n + 1}-01T00:00:00Z`, companies: [{ name: `Company ${n} ${world}`, role: 'Buyer' }] },
    );
    ids.push(found.customerId!);
    await addTicket(found.customerId!, found.sourceRecordId!);
    await db.transaction(async (tx) => {
      const steward = (await stewardRecord(tx, found.customerId!))!;
      await tx.query(
        `INSERT INTO note (id, source_id, source_key, customer_id, source_record_id, body, at) VALUES ($1, $2, $1::uuid::text, $3, $4, 'hello', now())`,
        [newId(), steward.sourceId, steward.customerId, steward.sourceRecordId],
      );
    });
  }
  await db.transaction((tx) => rules.onMove!(tx, ids));
  return ids as [string, string];
}

async function addTicket(customerId: string, recordId: string): Promise<void> {
  await db.query(
    `INSERT INTO ticket (id, source_id, source_key, number, customer_id, source_record_id, subject, status, opened_at, observed_at)
     SELECT $1, source_id, $1::uuid::text, '1', $2, id, 'help', 'open', now(), now() FROM source_record WHERE id = $3::uuid`,
    [newId(), customerId, recordId],
  );
}

/** Every row that belongs to these customers, as text; of memberships only where each record belongs now. */
async function everythingOf(ids: readonly string[]): Promise<string[]> {
  const tables: Record<string, string> = {
    customer: 'id',
    customer_summary: 'customer_id',
    customer_words: 'customer_id',
    source_record: 'customer_id',
    affiliation: 'customer_id',
    note: 'customer_id',
    ticket: 'customer_id',
  };
  const rows: string[] = [];
  for (const [table, column] of Object.entries(tables))
    for (const row of await db.query<{ line: string }>(
      `SELECT '${table} ' || t::text AS line FROM ${table} t WHERE ${column} = ANY($1) ORDER BY 1`,
      [ids],
    ))
      rows.push(row.line);
  for (const row of await db.query<{ line: string }>(
    `SELECT i::text AS line FROM identifier i JOIN source_record r ON r.id = i.source_record_id WHERE r.customer_id = ANY($1) ORDER BY 1`,
    [ids],
  ))
    rows.push(row.line);
  for (const row of await db.query<{ line: string }>(
    `SELECT source_record_id || ' at ' || customer_id AS line FROM membership WHERE customer_id = ANY($1) AND valid_to IS NULL ORDER BY 1`,
    [ids],
  ))
    rows.push(row.line);
  return rows;
}

const merge = (survivorId: string, otherId: string) =>
  db.transaction((tx) => mergeCustomers(tx, { survivorId, otherId, actor }, rules));
const unmerge = (decisionId: string) =>
  db.transaction((tx) => unmergeCustomer(tx, decisionId, actor, null, rules));
const done = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

describe('merging two customers', () => {
  it('moves everything to the survivor, and the old id leads there', async () => {
    const [ada, augusta] = await adaAndAugusta();
    done(await merge(ada, augusta));
    const counts = await db.query(
      `SELECT (SELECT count(*)::int FROM ticket WHERE customer_id = $1) AS tickets, (SELECT count(*)::int FROM note WHERE customer_id = $1) AS notes,
         (SELECT count(*)::int FROM affiliation WHERE customer_id = $1) AS companies, (SELECT tickets FROM customer_summary WHERE customer_id = $1) AS told`,
      [ada],
    );
    expect(counts).toEqual([{ tickets: 2, notes: 2, companies: 2, told: 2 }]);
    const [row] = await db.query('SELECT display_name, city, tags FROM customer WHERE id = $1', [ada]);
    expect(row).toEqual({ display_name: 'Augusta King', city: 'Iași', tags: ['t0', 't1'] });
    expect(await db.query('SELECT merged_into FROM customer WHERE id = $1', [augusta])).toEqual([
      { merged_into: ada },
    ]);
    expect(await db.query('SELECT 1 FROM customer_summary WHERE customer_id = $1', [augusta])).toEqual([]);
  });

  it('is undone to the byte', async () => {
    const pair = await adaAndAugusta();
    const before = await everythingOf(pair);
    expect(before.length).toBeGreaterThan(15);
    const { decisionId } = done(await merge(...pair));
    expect(await everythingOf(pair)).not.toEqual(before);
    done(await unmerge(decisionId));
    expect(await everythingOf(pair)).toEqual(before);
  });

  it('gives what came in between to whom it belongs when it is undone', async () => {
    const [ada, augusta] = await adaAndAugusta();
    const { decisionId } = done(await merge(ada, augusta));
    const [record] = await db.query<{ id: string }>(
      `SELECT id FROM source_record WHERE customer_id = $1 AND source_key = $2`,
      [ada, `k1.${world}`],
    );
    await addTicket(ada, record!.id);
    await people.tellOne(
      'zendesk',
      { key: `k1.${world}`, profile: { jobTitle: 'Countess' } },
      { at: '2026-03-01T00:00:00Z' },
    );
    done(await unmerge(decisionId));
    const tickets = await db.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM ticket WHERE customer_id = $1',
      [augusta],
    );
    expect(tickets).toEqual([{ count: 2 }]);
    expect(
      await db.query('SELECT id, job_title FROM customer WHERE id = ANY($1) ORDER BY created_at', [
        [ada, augusta],
      ]),
    ).toEqual([
      { id: ada, job_title: null },
      { id: augusta, job_title: 'Countess' },
    ]);
  });

  it('is undone in any order when it was done twice', async () => {
    const [ada, augusta] = await adaAndAugusta();
    world += 1;
    const [third] = await adaAndAugusta();
    const all = [ada, augusta, third];
    const before = await everythingOf(all);
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const first = done(await merge(ada, augusta)).decisionId;
      const second = done(await merge(third, ada)).decisionId;
      expect(await db.query('SELECT merged_into FROM customer WHERE id = $1', [augusta])).toEqual([
        { merged_into: third },
      ]);
      for (const index of order) done(await unmerge([first, second][index]!));
      expect(await everythingOf(all)).toEqual(before);
    }
  });

  it('leaves an automatic link of one of the two as undoable as it was, until it is undone', async () => {
    const both = { emails: [`both.${world}@crm.ro`], profile: { fullName: 'Ada Byron' } };
    const first = await people.tellOne('hubspot', { key: `a1.${world}`, ...both });
    const linked = await people.tellOne('zendesk', { key: `a2.${world}`, ...both });
    expect(linked.customerId).toBe(first.customerId);
    const [other] = await adaAndAugusta();
    const canBeUndone = async () => {
      const [decisions] = await decisionsByCustomer(db, [first.customerId!]);
      return decisions!.find(({ kind }) => kind === 'auto-link')!;
    };
    expect(await canBeUndone()).toMatchObject({ canBeUndone: true });
    const merged = done(await merge(other, first.customerId!));
    const link = await canBeUndone();
    expect(link).toMatchObject({ canBeUndone: true });
    const { customerIds } = done(await unmerge(link.id));
    expect(customerIds[0]).toBe(other);
    expect(await canBeUndone()).toMatchObject({ canBeUndone: false });
    expect(await unmerge(link.id)).toMatchObject({ refusal: { code: 'UNDONE_ALREADY' } });
    done(await unmerge(merged.decisionId));
    const homes = await db.query<{ home: string }>(
      'SELECT customer_id AS home FROM source_record WHERE id = ANY($1) ORDER BY source_key',
      [[first.sourceRecordId, linked.sourceRecordId]],
    );
    expect(homes.map(({ home }) => home)).toEqual([first.customerId, customerIds[1]]);
  });

  it('shows what it would do and does nothing', async () => {
    const pair = await adaAndAugusta();
    const before = await everythingOf(pair);
    const preview = done(
      await db.transaction((tx) => previewMerge(tx, { survivorId: pair[0], otherId: pair[1] }, rules)),
    );
    expect(preview.result.displayName).toBe('Augusta King');
    expect(preview.moved).toContainEqual({ table: 'ticket', fromSurvivor: 1, fromOther: 1 });
    expect(await everythingOf(pair)).toEqual(before);
  });

  it('refuses a customer and themselves, the unknown, the merged, and undoing twice', async () => {
    const [ada, augusta] = await adaAndAugusta();
    expect(await merge(ada, ada)).toMatchObject({ refusal: { code: 'SAME_CUSTOMER' } });
    expect(await merge(ada, newId())).toMatchObject({
      refusal: { code: 'CUSTOMER_MISSING', field: 'otherId' },
    });
    const { decisionId } = done(await merge(ada, augusta));
    expect(await merge(ada, augusta)).toMatchObject({ refusal: { code: 'MERGED_ALREADY' } });
    expect(await unmerge(newId())).toMatchObject({ refusal: { code: 'DECISION_MISSING' } });
    const undone = done(await unmerge(decisionId));
    expect(await unmerge(decisionId)).toMatchObject({ refusal: { code: 'UNDONE_ALREADY' } });
    expect(await unmerge(undone.decisionId)).toMatchObject({ refusal: { code: 'NOT_A_MERGE' } });
  });

  it('keeps a correction on the record of whom it was made', async () => {
    const [ada, augusta] = await adaAndAugusta();
    await db.transaction((tx) =>
      sayAsSteward(tx, [augusta], () => ({ values: { fullName: 'Augusta Ada King' } })),
    );
    const { decisionId } = done(await merge(ada, augusta));
    const name = async (id: string) =>
      (await db.query<{ name: string }>('SELECT display_name AS name FROM customer WHERE id = $1', [id]))[0]!
        .name;
    expect(await name(ada)).toBe('Augusta Ada King');
    done(await unmerge(decisionId));
    expect(await name(ada)).toBe('Ada Byron');
    expect(await name(augusta)).toBe('Augusta Ada King');
  });
});

describe('merging A into B while somebody merges B into A', () => {
  const survivors = async (pair: readonly string[]) =>
    (await db.query('SELECT 1 FROM customer WHERE id = ANY($1) AND merged_into IS NULL', [pair])).length;

  it('leaves exactly one of them, every time', async () => {
    for (let round = 0; round < 15; round += 1) {
      world += 1;
      const [a, b] = await adaAndAugusta();
      const results = await Promise.all([merge(a, b), merge(b, a)]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await survivors([a, b])).toBe(1);
    }
  });

  it('would lose both if it only read and then wrote (the control of the test above)', async () => {
    let lost = 0;
    for (let round = 0; round < 5; round += 1) {
      world += 1;
      const [a, b] = await adaAndAugusta();
      let arrived = 0;
      let open = () => {};
      const bothHaveRead = new Promise<void>((resolve) => {
        open = resolve;
      });
      const naive = (survivor: string, other: string) =>
        db.transaction(async (tx) => {
          const live = await tx.query('SELECT 1 FROM customer WHERE id = ANY($1) AND merged_into IS NULL', [
            [survivor, other],
          ]);
          arrived += 1;
          if (arrived === 2) open();
          await bothHaveRead;
          if (live.length === 2)
            await tx.query('UPDATE customer SET merged_into = $1 WHERE id = $2', [survivor, other]);
        });
      await Promise.all([naive(a, b), naive(b, a)]);
      if ((await survivors([a, b])) === 0) lost += 1;
    }
    expect(lost).toBe(5);
  });

  it('loses nothing that webhooks bring meanwhile', async () => {
    const [a, b] = await adaAndAugusta();
    const hook = (n: number) =>
      people.tellOne(n % 2 ? 'zendesk' : 'hubspot', {
        key: `k${n % 2}.${world}`,
        profile: { city: `c${n}` },
      });
    const decision = merge(a, b);
    await Promise.all([decision, ...Array.from({ length: 8 }, (_, n) => hook(n))]);
    const wrong = await db.query(
      `SELECT 1 FROM source_record r JOIN customer c ON c.id = r.customer_id WHERE c.merged_into IS NOT NULL AND r.customer_id = ANY($1)`,
      [[a, b]],
    );
    expect(wrong).toEqual([]);
  });
});

describe('a doubtful case', () => {
  const doubtful = async (): Promise<{ id: string; first: string; second: string }> => {
    const both = { emails: [`both.${world}@crm.ro`], phones: [`+40729${String(world).padStart(6, '0')}`] };
    const first = await people.tellOne('hubspot', {
      key: `f.${world}`,
      ...both,
      profile: { fullName: 'Ion Popescu' },
    });
    const second = await people.tellOne('zendesk', {
      key: `s.${world}`,
      ...both,
      profile: { fullName: 'Maria Popescu' },
    });
    const [doubt] = await db.query<{ id: string }>('SELECT id FROM doubt WHERE source_record_id = $1', [
      second.sourceRecordId,
    ]);
    return { id: doubt!.id, first: first.customerId!, second: second.customerId! };
  };

  it('becomes one customer when a person says so, and two again when that is undone', async () => {
    const { id, first, second } = await doubtful();
    const linked = done(await db.transaction((tx) => linkDoubt(tx, id, actor, rules)));
    expect(await db.query('SELECT merged_into FROM customer WHERE id = $1', [second])).toEqual([
      { merged_into: first },
    ]);
    expect(await db.transaction((tx) => linkDoubt(tx, id, actor, rules))).toMatchObject({
      refusal: { code: 'DOUBT_SETTLED' },
    });
    done(await unmerge(linked.decisionId));
    expect(await db.query('SELECT status FROM doubt WHERE id = $1', [id])).toEqual([{ status: 'separated' }]);
  });

  it('stays two for good when a person says so', async () => {
    const { id } = await doubtful();
    done(await db.transaction((tx) => separateDoubt(tx, id, actor)));
    const [pair] = await db.query(
      'SELECT count(*)::int AS pairs FROM cannot_link l JOIN doubt d ON d.id = $1 AND l.decision_id = d.decision_id',
      [id],
    );
    expect(pair).toEqual({ pairs: 1 });
  });
});
