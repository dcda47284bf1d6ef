import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph, modules } from '../../apps/api/src/app/index.ts';
import type { Located, SignalKind } from '../../apps/api/src/modules/house/index.ts';
import { advance } from '../../apps/api/src/modules/journey/index.ts';
import { tell } from '../../apps/api/src/modules/timeline/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { type TestPerson, type TestWorld, testWorld } from '../support/people.ts';

const page = `query Page($id: ID!) {
  customer(id: $id) {
    displayName
    stage { stage since cause causeAt confidence because { kind points entry { title } } } stageHistory { stage from to cause }
    timeline(first: 3) { edges { cursor node { kind title department at change { field before after } subject { __typename id } } } pageInfo { hasNextPage endCursor } }
    deals { name stageName pipelineName outcome amount { amount currency } closeDate sourceName }
    orders { number status total { amount currency } lines { quantity unitPrice product { name sku } } }
    tickets { number subject status priority tags messageCount messages { authorKind body } customer { displayName } }
    touches { kind channel campaign { name } }
    consents { purpose channel state since evidence { optInAddress place } ledger { state wording evidence { optInAddress place } } }
    notes { body canEdit forDepartmentOnly }
    tasks(includeDone: true) { title dueOn doneAt }
    interactions { channel direction department durationSeconds outcome }
  }
}`;

let world: TestWorld;
let ada: TestPerson;
let schema: GraphQLSchema;
const kinds = new Map<string, SignalKind<unknown>>(
  modules.flatMap((module) => module.signals ?? []).map((kind) => [kind.kind, kind]),
);
const sales: Viewer = { kind: 'user', id: null, name: 'Inès', role: 'sales-rep', department: 'sales' };

/** Records and tells as the front door does. */
async function happen(
  kindName: string,
  subjectKey: string,
  at: string,
  body: object,
  person = ada,
): Promise<void> {
  const kind = kinds.get(kindName)!;
  const item: Located<unknown> = await world.located(kind, { subjectKey, at, body }, { person });
  await world.database.transaction(async (tx) => {
    const { entries, facts } = await kind.record(tx, [item]);
    await tell(tx, entries);
    await advance(tx, facts);
  });
}

async function ask(source: string, variables: object, viewer = sales) {
  const context = makeContext(world.database, viewer);
  const result: ExecutionResult = await graphql({
    schema,
    source,
    contextValue: context,
    variableValues: variables as Record<string, unknown>,
  });
  expect(result.errors).toBeUndefined();
  // biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
  return { data: result.data as any, statements: context.statements.count };
}

beforeAll(async () => {
  world = await testWorld();
  schema = buildGraph(modules);
  ada = await world.person('Ada Țurcanu');
  await happen('touch', 'touch:1', '2026-01-01T08:00:00Z', {
    kind: 'clicked',
    campaignKey: 'c:1',
    campaignName: 'Spring',
  });
  await happen('consent', 'member:1', '2026-01-01T09:00:00Z', {
    state: 'granted',
    wording: 'Yes, write to me',
    evidence: { optInAddress: '203.0.113.7' },
  });
  await happen('deal', 'deal:1', '2026-01-02T08:00:00Z', {
    name: 'Cellar',
    pipelineName: 'Sales',
    stageName: 'Talks',
    amount: 15000.5,
    currency: 'EUR',
    closeDate: '2026-03-01',
  });
  await happen('deal', 'deal:1', '2026-01-03T08:00:00Z', { stageName: 'Offer' });
  await happen('order', 'order:1', '2026-01-04T08:00:00Z', {
    number: 'A-1',
    currency: 'EUR',
    lines: [{ key: '1', sku: 'V9', quantity: 2, unitPrice: 9.95 }],
  });
  await happen('message', 'message:1', '2026-01-05T08:00:00Z', {
    ticketKey: 'ticket:7',
    authorKind: 'customer',
    text: 'It is too loud',
  });
  await happen('ticket', 'ticket:7', '2026-01-05T09:00:00Z', {
    subject: 'Vacuum cleaner',
    status: 'open',
    priority: 'high',
    tags: ['vip'],
    openedAt: '2026-01-05T07:00:00Z',
  });
  await happen('note', 'note:1', '2026-01-06T08:00:00Z', {
    text: 'Likes to be called after six',
    department: 'sales',
    forDepartmentOnly: true,
  });
  await happen('task', 'task:1', '2026-01-06T09:00:00Z', { title: 'Send sample', dueOn: '2026-01-09' });
  await happen('interaction', 'call:1', '2026-01-07T08:00:00Z', {
    channel: 'phone',
    direction: 'inbound',
    durationSeconds: 90,
    outcome: 'reached',
  });
});
afterAll(() => world.close());

describe('the customer page', () => {
  it('shows what three departments know, and why the customer stands where they stand', async () => {
    const { data } = await ask(page, { id: ada.customerId });
    const { customer } = data;
    expect(customer.stage).toMatchObject({
      stage: 'ASSISTANCE',
      cause: 'ticket-opened',
      because: [{ kind: 'ticket-opened', points: 4, entry: { title: 'Ticket opened: Vacuum cleaner' } }],
    });
    expect(customer.stage.confidence).toBeGreaterThan(0.3);
    expect(customer.stageHistory.map(({ stage }: { stage: string }) => stage)).toEqual([
      'RESEARCH',
      'CHOICE',
      'USE',
      'ASSISTANCE',
    ]);
    expect(customer.timeline.edges[0].node).toMatchObject({
      kind: 'interaction-phone',
      subject: { __typename: 'Interaction' },
    });
    expect(customer.timeline.pageInfo.hasNextPage).toBe(true);
    expect(customer.deals).toEqual([
      {
        name: 'Cellar',
        stageName: 'Offer',
        pipelineName: 'Sales',
        outcome: 'OPEN',
        amount: { amount: 15000.5, currency: 'EUR' },
        closeDate: '2026-03-01',
        sourceName: 'Test',
      },
    ]);
    expect(customer.orders[0]).toMatchObject({
      total: { amount: 19.9, currency: 'EUR' },
      lines: [{ quantity: 2, product: { sku: 'V9' } }],
    });
    expect(customer.tickets[0]).toMatchObject({
      number: '7',
      status: 'OPEN',
      priority: 'HIGH',
      tags: ['vip'],
      messageCount: 1,
      messages: [{ authorKind: 'CUSTOMER', body: 'It is too loud' }],
      customer: { displayName: 'Ada Țurcanu' },
    });
    expect(customer.touches).toEqual([{ kind: 'CLICKED', channel: 'email', campaign: { name: 'Spring' } }]);
    expect(customer.consents).toMatchObject([
      { channel: 'email', state: 'GRANTED', ledger: [{ wording: 'Yes, write to me' }] },
    ]);
    expect(customer.notes).toEqual([
      { body: 'Likes to be called after six', canEdit: false, forDepartmentOnly: true },
    ]);
    expect(customer.tasks).toEqual([{ title: 'Send sample', dueOn: '2026-01-09', doneAt: null }]);
    expect(customer.interactions).toEqual([
      {
        channel: 'phone',
        direction: 'inbound',
        department: 'SALES',
        durationSeconds: 90,
        outcome: 'reached',
      },
    ]);
  });

  it('pages through the whole timeline without holes, each cursor where the last page ended', async () => {
    const titles: string[] = [];
    let after: string | null = null;
    for (let turn = 0; turn < 10; turn += 1) {
      const { data } = await ask(
        'query ($id: ID!, $after: String) { customer(id: $id) { timeline(first: 2, after: $after) { edges { node { title } } pageInfo { hasNextPage hasPreviousPage endCursor } } } }',
        { id: ada.customerId, after },
      );
      const { edges, pageInfo } = data.customer.timeline;
      titles.push(...edges.map(({ node }: { node: { title: string } }) => node.title));
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    const [{ n }] = (await world.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM timeline_entry',
    )) as [{ n: number }];
    expect(new Set(titles).size).toBe(n);
    expect(JSON.stringify(titles)).not.toContain('15000');
    expect(JSON.stringify(titles)).not.toContain('too loud');
    expect(JSON.stringify(titles)).not.toContain('after six');
  });

  it('keeps a note for sales from support, also by its id', async () => {
    const support: Viewer = { ...sales, role: 'support-agent', department: 'support' };
    const { data } = await ask(
      'query ($id: ID!) { customer(id: $id) { notes { id body } } }',
      { id: ada.customerId },
      support,
    );
    expect(data.customer.notes).toEqual([]);
    const [note] = await world.database.query<{ id: string }>('SELECT id FROM note');
    const byId = async (viewer: Viewer) =>
      (await ask('query ($id: ID!) { node(id: $id) { id } }', { id: note!.id }, viewer)).data.node;
    expect(await byId(support)).toBeNull();
    expect(await byId(sales)).toEqual({ id: note!.id });
  });

  it('says before a merge what becomes of consent: nothing opens that one of the two has closed', async () => {
    const bob = await world.person('Bob Hope');
    const said = (state: string, channel: string) =>
      happen('consent', `bob:${channel}`, '2025-06-01T09:00:00Z', { state, channel }, bob);
    await said('withdrawn', 'email');
    await said('granted', 'sms');
    const { data } = await ask(
      `mutation ($a: ID!, $b: ID!) { mergeCustomers(survivorId: $a, otherId: $b, dryRun: true) {
        ... on MergePreview { consentBecomes { purpose channel survivor other result } } } }`,
      { a: ada.customerId, b: bob.customerId },
    );
    expect(data.mergeCustomers.consentBecomes).toEqual([
      {
        purpose: 'marketing',
        channel: 'email',
        survivor: 'GRANTED',
        other: 'WITHDRAWN',
        result: 'WITHDRAWN',
      },
      { purpose: 'marketing', channel: 'sms', survivor: 'UNKNOWN', other: 'UNKNOWN', result: 'UNKNOWN' },
    ]);
  });

  it('finds a ticket by its number', async () => {
    const { data } = await ask(
      '{ search(text: "#7") { matched ticket { number customer { displayName } } customer { id } } }',
      {},
    );
    expect(data.search).toEqual([
      {
        matched: '#7 Vacuum cleaner',
        ticket: { number: '7', customer: { displayName: 'Ada Țurcanu' } },
        customer: null,
      },
    ]);
  });

  it('of whoever belongs to a company leads to its deals, also to those on which nobody is', async () => {
    const [acme] = await world.database.query<{ id: string }>(
      `WITH made AS (INSERT INTO company (id, name, match_name, created_at) VALUES (gen_random_uuid(), 'Acme', 'acme', now()) RETURNING id),
            place AS (INSERT INTO affiliation (source_record_id, customer_id, company_id, is_main, observed_at)
                      SELECT $1, $2, id, true, now() FROM made)
       SELECT id FROM made`,
      [ada.sourceRecordId, ada.customerId],
    );
    const deal = kinds.get('deal')!;
    const at = '2026-01-09T08:00:00Z';
    await world.record(deal, [
      await world.located(
        deal,
        { subjectKey: 'deal:8', at, body: { name: 'Roof' } },
        { companyId: acme!.id },
      ),
      await world.located(
        deal,
        { subjectKey: 'deal:9', at, body: { name: 'Gate', outcome: 'won' } },
        { companyId: acme!.id },
      ),
    ]);
    const { data } = await ask(
      '{ customer(id: "ID") { deals { name } companies { company { name deals(outcome: OPEN) { name } } } } }'.replace(
        'ID',
        ada.customerId,
      ),
      {},
    );
    expect(data.customer).toEqual({
      deals: [{ name: 'Cellar' }],
      companies: [{ company: { name: 'Acme', deals: [{ name: 'Roof' }] } }],
    });
    const all = await ask('query ($id: ID!) { company(id: $id) { deals { name outcome } } }', {
      id: acme!.id,
    });
    expect(all.data.company.deals).toEqual([
      { name: 'Roof', outcome: 'OPEN' },
      { name: 'Gate', outcome: 'WON' },
    ]);
  });

  it('costs the same number of statements whatever the data', async () => {
    const { statements } = await ask(page, { id: ada.customerId });
    for (let n = 0; n < 5; n += 1)
      await happen('ticket', `more:${n}`, '2026-01-08T08:00:00Z', { subject: `More ${n}` });
    const more = await ask(page, { id: ada.customerId });
    expect(more.statements).toBeLessThanOrEqual(statements);
    expect(statements).toBeLessThanOrEqual(19);
  });
});
