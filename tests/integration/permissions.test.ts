import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { permissionOf } from '../../apps/api/src/modules/access/index.ts';
import { theId, writeHiddenWorld } from '../support/hidden-world.ts';
import { documentAt, objectTypes, readDown } from '../support/mock-world.ts';
import { askGraph, type ServedApp, serveApp } from '../support/serve-app.ts';
import { enterDemo } from '../support/sign-in.ts';

const roleNames: Record<string, string> = {
  'sales-rep': 'SALES_REP',
  'sales-lead': 'SALES_LEAD',
  marketer: 'MARKETER',
  'support-agent': 'SUPPORT_AGENT',
  'support-lead': 'SUPPORT_LEAD',
  'privacy-officer': 'PRIVACY_OFFICER',
  admin: 'ADMIN',
};
const roles = Object.keys(roleNames);

/** Two running apis over two databases that differ in hidden values alone. */
let worlds: { app: ServedApp; cookies: Record<string, string> }[] = [];

beforeAll(async () => {
  worlds = await Promise.all(
    [0, 1].map(async (secret) => {
      const app = await serveApp();
      await writeHiddenWorld(app.fresh.ownerUrl, secret);
      const cookies: Record<string, string> = {};
      for (const role of roles) cookies[role] = await enterDemo(app.address, roleNames[role]!);
      return { app, cookies };
    }),
  );
});
afterAll(async () => {
  await Promise.all(worlds.map(({ app }) => app.close()));
});

/** What a role is answered in both worlds. */
async function askBoth(role: string, query: string, variables: object = {}) {
  const [one, other] = await Promise.all(
    worlds.map(({ app, cookies }) =>
      askGraph(app.address, query, { cookie: cookies[role] ?? '', variables }),
    ),
  );
  const { data, errors } = JSON.parse(one!.text) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string; field?: string } }[];
  };
  return {
    data,
    errors: errors ?? [],
    text: one!.text,
    equal: one!.text === other!.text && one!.status === other!.status,
  };
}

describe('a role and what it may not see', () => {
  it('is answered byte for byte alike by two databases that differ in nothing else, for every guarded field', async () => {
    const { schema } = worlds[0]!.app;
    const permission = permissionOf(schema);
    const leaks: string[] = [];
    let [hidden, seen] = [0, 0];
    for (const type of objectTypes(schema)) {
      if (type === schema.getMutationType() || type === schema.getSubscriptionType()) continue;
      for (const field of Object.values(type.getFields())) {
        if (permission.isOpen(type.name, field.name)) continue;
        const query = documentAt(schema, type.name, readDown(schema, field));
        if (!query?.startsWith('query')) continue;
        for (const role of roles) {
          const { equal, errors, text } = await askBoth(role, query);
          const surprise = errors.find((error) => error.extensions.code === 'INTERNAL_SERVER_ERROR');
          if (surprise) leaks.push(`${role} ${query}: ${surprise.message}`);
          const verdict = permission.of(role, type.name, field.name);
          if (verdict === 'allow') {
            if (!equal) seen += 1;
            continue;
          }
          hidden += 1;
          if (!equal && !permission.dependsOnRow(type.name, field.name))
            leaks.push(`${role} learns ${query}: ${text}`);
          if (verdict === 'deny' && !errors.some((error) => error.extensions.code === 'FORBIDDEN'))
            leaks.push(`${role} is not told that ${query} is denied: ${text}`);
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(hidden).toBeGreaterThan(20);
    // The control: roles that may see these fields do see the difference.
    expect(seen).toBeGreaterThan(4);
  }, 240_000);

  it('finds other departments’ secrets in no timeline', async () => {
    const query = `{ customer(id: "${theId}") { timeline { edges { node { department title detail change { after } } } } } }`;
    const detailsOf = async (role: string) => {
      const { data } = await askBoth(role, query);
      const { customer } = data as {
        customer: {
          timeline: { edges: { node: { department: string; detail: string; change: unknown } }[] };
        };
      };
      return Object.fromEntries(
        customer.timeline.edges.map(({ node }) => [node.department, [node.detail, node.change]]),
      );
    };
    expect(await detailsOf('marketer')).toMatchObject({
      SUPPORT: ['•••', null],
      SALES: ['secret 0', { after: '100' }],
    });
    expect(await detailsOf('support-agent')).toMatchObject({
      SUPPORT: ['secret 0', null],
      SALES: ['•••', null],
    });
    expect(await detailsOf('sales-rep')).toMatchObject({
      SUPPORT: ['secret 0', null],
      SALES: ['secret 0', { after: '100' }],
    });
  });

  it('finds no note on the timeline that it may not read as a note', async () => {
    const query = `{ customer(id: "${theId}") { notes { body } timeline(kinds: ["note-added"]) { edges { node { title } } } } }`;
    const admin = await askBoth('admin', query);
    expect(admin.equal).toBe(true);
    expect(admin.data).toEqual({
      customer: { notes: [{ body: '•••' }], timeline: { edges: [{ node: { title: '•••' } }] } },
    });
    expect((await askBoth('marketer', query)).text).toContain('Note: secret 0');
  });

  it.each([
    [
      'a filter',
      'query ($filter: CustomerFilter) { customers(filter: $filter) { edges { cursor } count { value } } }',
      { filter: { openDealValueAtLeast: 101 } },
    ],
    ['a filter in the text', '{ customers(filter: { openDealValueAtLeast: 101 }) { edges { cursor } } }', {}],
    ['the order', '{ customers(sort: OPEN_DEAL_VALUE_DESC) { edges { cursor } } }', {}],
    [
      'the order as a variable',
      'query ($sort: CustomerSort) { customers(sort: $sort) { edges { cursor } } }',
      { sort: 'OPEN_DEAL_VALUE_DESC' },
    ],
    ['facets', '{ customerFacets(filter: { openDealValueAtLeast: 101 }) { countries { count } } }', {}],
  ])('learns nothing of deal values by %s', async (_, query, variables) => {
    const support = await askBoth('support-agent', query, variables);
    expect(support.errors.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
    expect(support.equal).toBe(true);
    expect((await askBoth('sales-rep', query, variables)).errors).toEqual([]);
  });

  it('learns nothing by the order of its own cursors and searches', async () => {
    for (const query of [
      '{ customers(first: 1) { edges { cursor node { id } } pageInfo { endCursor } count { value isExact } } }',
      '{ search(text: "secret") { matched } }',
      '{ search(text: "ada") { matched customer { displayName summary { openDeals } } } }',
    ]) {
      const { equal, errors } = await askBoth('support-agent', query);
      expect(errors, query).toEqual([]);
      expect(equal, query).toBe(true);
    }
  });

  it('learns nothing more by a subscription than by a query', async () => {
    const { app, cookies } = worlds[0]!;
    const client = new WebSocket(`${app.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie: cookies['support-agent']! },
    });
    const heard: string[] = [];
    client.on('message', (data) => heard.push(String(data)));
    const until = async (word: string): Promise<string> => {
      for (;;) {
        const found = heard.find((one) => one.includes(word));
        if (found) return found;
        await new Promise((done) => setTimeout(done, 20));
      }
    };
    await new Promise((done) => client.once('open', done));
    client.send('{"type":"connection_init"}');
    await until('connection_ack');
    const query = `subscription { customerChanged(id: "${theId}") { customer { displayName summary { openDeals openDealValue { amount } } } } }`;
    client.send(JSON.stringify({ id: 'a', type: 'subscribe', payload: { query } }));
    // Nothing says that a subscription stands, so changes are announced until one is heard.
    const announce = setInterval(() => {
      void app.database
        .query(`INSERT INTO change (customer_id, kinds) VALUES ($1, '{note}')`, [theId])
        .then(() => app.database.query(`SELECT pg_notify('ancora_change', '')`));
    }, 300);
    const event = JSON.parse(await until('"id":"a"')).payload;
    clearInterval(announce);
    client.close();
    expect(event.data).toEqual({
      customerChanged: {
        customer: { displayName: 'Ada Lovelace', summary: { openDeals: 1, openDealValue: null } },
      },
    });
    expect(event.errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', field: 'CustomerSummary.openDealValue' } },
    ]);
  });

  it('gets the same null for an object it may not see and an id that nobody has', async () => {
    const ask = (role: string, id: string) =>
      askBoth(role, `{ node(id: "${id}") { __typename ... on IntakeKey { id } } }`);
    const [key] = await worlds[0]!.app.database.query<{ id: string }>(
      `INSERT INTO intake_key (id, key_id, secret_hash, source_id, name) VALUES (gen_random_uuid(), 'only-here', '\\x00', $1, 'x') RETURNING id`,
      [theId],
    );
    const nobody = '00000000-0000-7000-8000-999999999999';
    for (const role of roles.filter((one) => one !== 'admin'))
      expect((await ask(role, key!.id)).text).toBe((await ask(role, nobody)).text);
    expect((await ask('admin', key!.id)).data).toMatchObject({ node: { __typename: 'IntakeKey' } });
  });
});

describe('somebody who is not signed in', () => {
  it('reaches the entrance and nothing else of the whole schema', async () => {
    const { app } = worlds[0]!;
    const reached: string[] = [];
    for (const root of [app.schema.getQueryType()!, app.schema.getMutationType()!])
      for (const field of Object.values(root.getFields())) {
        const query = documentAt(app.schema, root.name, readDown(app.schema, field))!;
        const { text } = await askGraph(app.address, query);
        if (!text.includes('UNAUTHENTICATED')) reached.push(field.name);
      }
    expect(reached.sort()).toEqual(['enterDemo', 'entrance', 'setUp', 'signIn', 'signOut', 'viewer']);
  });

  it('is not believed when it names itself in headers', async () => {
    const names = [
      'x-user',
      'x-user-id',
      'x-forwarded-user',
      'remote-user',
      'x-role',
      'x-department',
      'user',
      'authorization',
    ];
    for (const name of names) {
      const value = name === 'authorization' ? 'Bearer admin' : 'admin';
      const { text } = await askGraph(worlds[0]!.app.address, '{ users { id } }', {
        headers: { [name]: value },
      });
      expect(JSON.parse(text).errors[0].extensions.code, name).toBe('UNAUTHENTICATED');
    }
  });
});
