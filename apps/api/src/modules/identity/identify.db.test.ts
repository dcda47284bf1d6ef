import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { type PeopleWorld, peopleWorld } from '../../../../../tests/support/people-world.ts';
import { forgetSignals, unmergeCustomer } from './index.ts';

let fresh: FreshDatabase;
let db: Database;
let people: PeopleWorld;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [] });
  people = await peopleWorld(db);
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const signal: PeopleWorld['signal'] = (...args) => people.signal(...args);
const tell: PeopleWorld['tell'] = (...args) => people.tell(...args);
const tellOne: PeopleWorld['tellOne'] = (...args) => people.tellOne(...args);

let world = 0;
beforeEach(async () => {
  world += 1;
  // People of one test are nobody's likely double in the next.
  await db.query('DELETE FROM match_key');
});
const mailbox = (name: string): string => `${name}.${world}@crm.ro`;
const phone = (digits: number): string =>
  `+4072${String(world).padStart(3, '0')}${String(digits).padStart(4, '0')}`;

describe('identify', () => {
  it('joins Ada of marketing with Ada of support by mailbox and name', async () => {
    const first = await tellOne('hubspot', {
      key: `c1.${world}`,
      emails: [mailbox('ada')],
      profile: { givenName: 'Ada', familyName: 'Byron' },
    });
    const second = await tellOne('zendesk', {
      key: `u9.${world}`,
      emails: [mailbox('ADA')],
      profile: { fullName: 'Byron, Ada' },
    });
    expect(first.outcome).toBe('created');
    expect(second.outcome).toBe('linked');
    expect(second.customerId).toBe(first.customerId);
    expect(second.sourceRecordId).not.toBe(first.sourceRecordId);
    expect(second.reasons.map(({ code }) => code)).toEqual(['same-email', 'same-name']);
  });

  it('does the same whether the two arrive in one set or in two', async () => {
    const [first, second] = await tell(
      'hubspot',
      signal({ key: `c1.${world}`, emails: [mailbox('ada')], profile: { fullName: 'Ada Byron' } }),
      signal({ key: `c2.${world}`, emails: [mailbox('ada')], profile: { fullName: 'A. Byron' } }),
    );
    expect(second!.customerId).toBe(first!.customerId);
  });

  it('keeps a husband and wife apart who share a mailbox', async () => {
    const ion = await tellOne('hubspot', {
      key: `c1.${world}`,
      emails: [mailbox('familia')],
      profile: { fullName: 'Ion Popescu' },
    });
    const maria = await tellOne('zendesk', {
      key: `u1.${world}`,
      emails: [mailbox('familia')],
      profile: { fullName: 'Maria Popescu' },
    });
    expect(maria.customerId).not.toBe(ion.customerId);
    expect(maria.outcome).toBe('created');
    expect(maria.reasons.map(({ code }) => code)).toContain('different-given-name');
  });

  it('asks a person when mailbox and phone agree and the given name does not', async () => {
    const both = { emails: [mailbox('familia')], phones: [phone(1)] };
    const ion = await tellOne('hubspot', {
      key: `c1.${world}`,
      ...both,
      profile: { fullName: 'Ion Popescu' },
    });
    const maria = await tellOne('zendesk', {
      key: `u1.${world}`,
      ...both,
      profile: { fullName: 'Maria Popescu' },
    });
    expect(maria.outcome).toBe('unsure');
    expect(maria.customerId).not.toBe(ion.customerId);
    const doubts = await db.query('SELECT candidate_record_id FROM doubt WHERE source_record_id = $1', [
      maria.sourceRecordId,
    ]);
    expect(doubts).toEqual([{ candidate_record_id: ion.sourceRecordId }]);
  });

  it('gives a message from a bare mailbox to the one customer who has it', async () => {
    const ada = await tellOne('hubspot', {
      key: `c1.${world}`,
      emails: [mailbox('ada')],
      profile: { fullName: 'Ada Byron' },
    });
    const message = await tellOne('zendesk', { emails: [mailbox('ada')] });
    const again = await tellOne('zendesk', { emails: [mailbox('Ada')] });
    expect(message.customerId).toBe(ada.customerId);
    expect(message.outcome).toBe('linked');
    expect(again.sourceRecordId).toBe(message.sourceRecordId);
    expect(again.outcome).toBe('unchanged');
  });

  it('links nobody by info@ or by an identifier of more than a handful', async () => {
    const desk = await tell(
      'hubspot',
      signal({ key: `c1.${world}`, emails: [`info@desk${world}.ro`], profile: { fullName: 'Ada Byron' } }),
      signal({ key: `c2.${world}`, emails: [`info@desk${world}.ro`], profile: { fullName: 'Ada Byron' } }),
    );
    expect(desk[0]!.customerId).not.toBe(desk[1]!.customerId);
    const names = ['Ion Pop', 'Ana Rus', 'Dan Ilie', 'Zoe Baciu', 'Radu Stan', 'Lia Enache', 'Ion Pop'];
    const colleagues = await tell(
      'zendesk',
      ...names.map((fullName, n) =>
        signal({ key: `u${n}.${world}`, phones: [phone(7)], profile: { fullName } }),
      ),
    );
    expect(new Set(colleagues.map(({ customerId }) => customerId)).size).toBe(7);
  });

  it('lets a deal come before its person, and moves what hangs on it when the person turns out to be known', async () => {
    const ada = await tellOne('hubspot', {
      key: `c1.${world}`,
      emails: [mailbox('ada')],
      profile: { fullName: 'Ada Byron' },
    });
    const bare = await tellOne('zendesk', { key: `u1.${world}` });
    expect(bare.customerId).not.toBe(ada.customerId);
    const later = await tellOne('zendesk', {
      key: `u1.${world}`,
      emails: [mailbox('ada')],
      profile: { fullName: 'Ada Byron' },
    });
    expect(later).toMatchObject({
      outcome: 'linked',
      customerId: ada.customerId,
      sourceRecordId: bare.sourceRecordId,
    });
    const [old] = await db.query('SELECT merged_into FROM customer WHERE id = $1', [bare.customerId]);
    expect(old).toEqual({ merged_into: ada.customerId });
    const rows = await db.query(
      'SELECT customer_id, valid_to IS NULL AS open FROM membership WHERE source_record_id = $1 ORDER BY id',
      [bare.sourceRecordId],
    );
    expect(rows).toEqual([
      { customer_id: bare.customerId, open: false },
      { customer_id: ada.customerId, open: true },
    ]);
    expect(
      await db.query('SELECT 1 FROM customer_summary WHERE customer_id = $1', [bare.customerId]),
    ).toEqual([]);
  });

  it('never lets an older value or a blank overwrite what is known', async () => {
    const key = `c1.${world}`;
    const at = (day: string) => ({ at: `2026-03-${day}T00:00:00Z` });
    const ada = await tellOne(
      'hubspot',
      { key, emails: [mailbox('ada')], profile: { fullName: 'Ada Byron', city: 'Iași', jobTitle: 'CTO' } },
      at('10'),
    );
    await tellOne('hubspot', { key, profile: { city: 'Cluj', jobTitle: '', language: 'ro' } }, at('05'));
    const [row] = await db.query('SELECT city, job_title, language, email FROM customer WHERE id = $1', [
      ada.customerId,
    ]);
    expect(row).toEqual({ city: 'Iași', job_title: 'CTO', language: 'ro', email: mailbox('ada') });
    await tellOne('hubspot', { key, profile: { city: 'Cluj' } }, at('20'));
    const [later] = await db.query('SELECT city FROM customer WHERE id = $1', [ada.customerId]);
    expect(later).toEqual({ city: 'Cluj' });
  });

  it('knows the company by its domain or name, and puts people into it with their part', async () => {
    const company = { name: `Acme ${world} S.R.L.`, domain: `acme${world}.ro` };
    const [ada, bob, deal] = await tell(
      'hubspot',
      signal(
        { key: `c1.${world}`, emails: [mailbox('ada')], profile: { fullName: 'Ada Byron' } },
        { companies: [{ ...company, role: 'Buyer' }] },
      ),
      signal(
        { key: `c2.${world}`, emails: [mailbox('bob')], profile: { fullName: 'Bob Dow' } },
        { companies: [{ name: `ACME ${world}` }] },
      ),
      signal(undefined, { companies: [{ key: `co.${world}`, ...company }] }),
    );
    expect(bob!.companyId).toBe(ada!.companyId);
    expect(deal!).toMatchObject({ companyId: ada!.companyId, outcome: 'nobody' });
    const [summary] = await db.query(
      'SELECT company_id, company_name, search_text FROM customer_summary JOIN customer_words USING (customer_id) WHERE customer_id = $1',
      [ada!.customerId],
    );
    expect(summary).toMatchObject({ company_id: ada!.companyId, company_name: company.name });
    expect((summary as { search_text: string }).search_text).toContain('byron');
    const [affiliation] = await db.query('SELECT role, is_main FROM affiliation WHERE customer_id = $1', [
      ada!.customerId,
    ]);
    expect(affiliation).toEqual({ role: 'Buyer', is_main: true });
  });

  it('finds the other people of a deal, each once', async () => {
    const ada = { key: `c1.${world}`, emails: [mailbox('ada')], profile: { fullName: 'Ada Byron' } };
    const [deal] = await tell(
      'hubspot',
      signal(ada, { others: [{ key: `c2.${world}` }, { key: `c1.${world}` }, { key: `c2.${world}` }] }),
    );
    expect(deal!.others).toHaveLength(1);
    expect(deal!.others![0]!.sourceRecordId).not.toBe(deal!.sourceRecordId);
  });

  it('follows a source that has merged two of its people, with everything that was linked to them', async () => {
    const [ada, double] = await tell(
      'hubspot',
      signal({ key: `c1.${world}`, emails: [mailbox('ada')], profile: { fullName: 'Ada Byron' } }),
      signal({ key: `c2.${world}`, emails: [mailbox('king')], profile: { fullName: 'Augusta King' } }),
    );
    const support = await tellOne('zendesk', {
      key: `u1.${world}`,
      emails: [mailbox('king')],
      profile: { fullName: 'Augusta King' },
    });
    expect(support.customerId).toBe(double!.customerId);
    await tell(
      'hubspot',
      signal({ key: `c1.${world}` }, { kind: 'merge', others: [{ key: `c2.${world}` }] }),
    );
    const where = await db.query(
      'SELECT DISTINCT customer_id, (SELECT merged_into FROM customer WHERE id = $2) AS led FROM source_record WHERE id = ANY($1)',
      [[ada, double, support].map((one) => one!.sourceRecordId), double!.customerId],
    );
    expect(where).toEqual([{ customer_id: ada!.customerId, led: ada!.customerId }]);
  });

  it('says of a merge in a source who said it and when, and does not repeat it once somebody has undone it', async () => {
    const [ada, double] = await tell(
      'hubspot',
      signal({ key: `c1.${world}`, emails: [mailbox('ada')], profile: { fullName: 'Ada Byron' } }),
      signal({ key: `c2.${world}`, emails: [mailbox('king')], profile: { fullName: 'Augusta King' } }),
    );
    const says = () => signal({ key: `c1.${world}` }, { kind: 'merge', others: [{ key: `c2.${world}` }] });
    const said = says();
    await tell('hubspot', said);
    const [decision] = await db.query<{ id: string; evidence: object; actor_name: string }>(
      `SELECT id, evidence, actor_name FROM decision WHERE kind = 'source-merge' AND customer_ids @> ARRAY[$1::uuid]`,
      [double!.customerId],
    );
    expect(decision).toMatchObject({
      actor_name: 'hubspot',
      evidence: { signalId: said.signalId, reasons: [{ code: 'merged-in-source' }] },
    });
    const undone = await db.transaction((tx) =>
      unmergeCustomer(tx, decision!.id, { kind: 'user', id: null, name: 'Sam' }, null, { follows: [] }),
    );
    expect(undone).toMatchObject({ ok: true, value: { customerIds: [ada!.customerId, double!.customerId] } });
    await tell('hubspot', says());
    const [now] = await db.query<{ customers: number }>(
      'SELECT count(DISTINCT customer_id)::int AS customers FROM source_record WHERE id = ANY($1)',
      [[ada!.sourceRecordId, double!.sourceRecordId]],
    );
    expect(now).toEqual({ customers: 2 });
  });

  it('asks about a merge in a source that would join two whom somebody keeps apart', async () => {
    const [ada, double] = await tell(
      'hubspot',
      signal({ key: `c1.${world}`, emails: [mailbox('ada')], profile: { fullName: 'Ada Byron' } }),
      signal({ key: `c2.${world}`, emails: [mailbox('king')], profile: { fullName: 'Augusta King' } }),
    );
    const support = await tellOne('zendesk', {
      key: `u1.${world}`,
      emails: [mailbox('king')],
      profile: { fullName: 'Augusta King' },
    });
    const decisionId = newId();
    await db.query(
      `WITH d AS (INSERT INTO decision (id, kind, actor_kind, actor_name, record_ids, customer_ids) VALUES ($1, 'separate', 'user', 'Sam', ARRAY[$2, $3]::uuid[], '{}') RETURNING id)
       INSERT INTO cannot_link (record_a, record_b, decision_id) SELECT least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), id FROM d`,
      [decisionId, ada!.sourceRecordId, support.sourceRecordId],
    );
    await tell(
      'hubspot',
      signal({ key: `c1.${world}` }, { kind: 'merge', others: [{ key: `c2.${world}` }] }),
    );
    const [doubt] = await db.query(
      `SELECT status, jsonb_path_query_array(reasons, '$[*].code') AS codes FROM doubt WHERE source_record_id = $1 AND candidate_record_id = $2`,
      [double!.sourceRecordId, ada!.sourceRecordId],
    );
    expect(doubt).toEqual({ status: 'open', codes: ['merged-in-source', 'kept-apart'] });
    expect(await db.query('SELECT merged_into FROM customer WHERE id = $1', [double!.customerId])).toEqual([
      { merged_into: null },
    ]);
  });

  it('takes back what was said as if it had never been said', async () => {
    const first = signal(
      { key: `c1.${world}`, emails: [mailbox('ada')], profile: { fullName: 'Ada Byron', city: 'Iași' } },
      { companies: [{ name: `Old Mill ${world}` }] },
    );
    const [ada] = await tell('hubspot', first);
    const before = await db.query('SELECT c::text FROM customer c WHERE id = $1', [ada!.customerId]);
    const second = signal(
      { key: `c1.${world}`, emails: [mailbox('ada2')], profile: { city: 'Cluj' } },
      { at: '2026-02-01T00:00:00Z', companies: [{ name: `New Mill ${world}` }] },
    );
    const stranger = signal({
      key: `c2.${world}`,
      emails: [mailbox('bob')],
      profile: { fullName: 'Bob Dow' },
    });
    const [, bob] = await tell('hubspot', second, stranger);
    const taken = await db.transaction((tx) => forgetSignals(tx, [second.signalId!, stranger.signalId!]));
    expect(taken.customerIds).toEqual([ada!.customerId]);
    expect(await db.query('SELECT c::text FROM customer c WHERE id = $1', [ada!.customerId])).toEqual(before);
    expect(await db.query('SELECT 1 FROM customer WHERE id = $1', [bob!.customerId])).toEqual([]);
    expect(await db.query('SELECT name FROM company WHERE name LIKE $1', [`% Mill ${world}`])).toEqual([
      { name: `Old Mill ${world}` },
    ]);
  });

  it('makes one customer of a person whom twelve webhooks bring at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        tellOne(n % 2 ? 'hubspot' : 'zendesk', {
          key: `k${n}.${world}`,
          emails: [mailbox('ada')],
          phones: [phone(n)],
          profile: { fullName: 'Ada Byron' },
        }),
      ),
    );
    expect(new Set(all.map(({ customerId }) => customerId)).size).toBe(1);
    const bare = await Promise.all(
      Array.from({ length: 12 }, () => tellOne('mailchimp', { emails: [mailbox('new')] })),
    );
    expect(new Set(bare.map(({ sourceRecordId }) => sourceRecordId)).size).toBe(1);
  });
});
