import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { askGraph, type ServedApp, serveApp } from '../support/serve-app.ts';
import { enterDemo } from '../support/sign-in.ts';

let app: ServedApp;
let admin: string;
const password = 'correct horse battery';

beforeAll(async () => {
  app = await serveApp();
  admin = await enterDemo(app.address, 'ADMIN');
});
afterAll(() => app?.close());
afterEach(() => vi.useRealTimers());

const ask = async (query: string, options: Parameters<typeof askGraph>[2] = {}) => {
  const answer = await askGraph(app.address, query, options);
  return {
    ...answer,
    body: JSON.parse(answer.text) as {
      data?: Record<string, unknown>;
      errors?: { extensions: { code: string } }[];
    },
  };
};
const cookieOf = (headers: Headers): string => headers.getSetCookie()[0]!.split(';')[0]!;

/** Adds a person the way an admin does, and signs them in. */
async function person(name: string, role = 'MARKETER') {
  const email = `${name.toLowerCase()}@example.org`;
  const added = await ask(
    'mutation ($input: NewUser!) { addUser(input: $input) { ... on User { id } ... on Refusal { message } } }',
    { cookie: admin, variables: { input: { name, email, role, password } } },
  );
  const entered = await ask(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { ... on Viewer { user { name } } ... on Refusal { code } } }',
    { variables: { email, password } },
  );
  expect(entered.body).toEqual({ data: { signIn: { user: { name } } } });
  return {
    id: (added.body.data!.addUser as { id: string }).id,
    cookie: cookieOf(entered.headers),
    headers: entered.headers,
  };
}
const isIn = async (cookie: string): Promise<boolean> =>
  (await ask('{ viewer { user { id } } }', { cookie })).body.data!.viewer !== null;

/** Opens a socket as a browser would and says how it ended. */
function socket(options: { cookie?: string; origin?: string; init?: boolean }) {
  const client = new WebSocket(`${app.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: {
      ...(options.cookie ? { cookie: options.cookie } : {}),
      ...(options.origin ? { origin: options.origin } : {}),
    },
  });
  const heard: string[] = [];
  const opened = new Promise<void>((resolve) => {
    client.on('message', (data) => {
      heard.push(String(data));
      if (String(data).includes('connection_ack')) resolve();
    });
  });
  const ended = new Promise<number | string>((resolve) => {
    client.on('close', (code) => resolve(code));
    client.on('unexpected-response', (_, response) => resolve(`HTTP ${response.statusCode}`));
    client.on('error', () => undefined);
  });
  client.on('open', () => options.init !== false && client.send('{"type":"connection_init"}'));
  return { client, heard, opened, ended };
}

describe('a session in the browser', () => {
  it('is a cookie that scripts cannot read, and answers are kept by no cache', async () => {
    const { headers } = await person('Ada');
    const [cookie] = headers.getSetCookie();
    expect(cookie).toMatch(/^ancora=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is over with the answer to signing out', async () => {
    const { cookie } = await person('Vera');
    expect(await isIn(cookie)).toBe(true);
    const out = await ask('mutation { signOut }', { cookie });
    expect(out.body.data).toEqual({ signOut: true });
    expect(cookieOf(out.headers)).toBe('ancora=');
    expect(await isIn(cookie)).toBe(false);
  });

  it.each([
    ['gets another role', 'mutation ($id: ID!) { changeRole(userId: $id, role: SALES_REP) { __typename } }'],
    ['is shut out', 'mutation ($id: ID!) { disableUser(userId: $id) { __typename } }'],
    ['gets a new password', 'mutation ($id: ID!) { resetPassword(userId: $id) { __typename } }'],
  ])('is over with its open sockets within a second when the person %s', async (_, mutation) => {
    const { id, cookie } = await person(`Emil${_.length}`);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const { opened, ended } = socket({ cookie });
    await opened;
    await ask(mutation, { cookie: admin, variables: { id } });
    expect(await isIn(cookie)).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await ended).toBe(4403);
  });
});

describe('a foreign page in the browser of somebody who is signed in', () => {
  const change = 'mutation { changeLanguage(language: "it") { __typename } }';
  const languageOf = async () => (await ask('{ viewer { user { language } } }', { cookie: admin })).text;

  it('changes nothing by a form, plain text, a link, or JSON from its own origin', async () => {
    const before = await languageOf();
    const send = (init: RequestInit, search = '') =>
      fetch(`${app.address}/graphql${search}`, { ...init, headers: { cookie: admin, ...init.headers } });
    const tries = [
      await send({
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: JSON.stringify({ query: change }),
      }),
      await send({
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ query: change }).toString(),
      }),
      await send({ method: 'GET' }, `?query=${encodeURIComponent(change)}`),
      await send(
        { method: 'GET', headers: { 'apollo-require-preflight': '1' } },
        `?query=${encodeURIComponent(change)}`,
      ),
      await send({
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
        body: JSON.stringify({ query: change }),
      }),
      await send({
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'null' },
        body: JSON.stringify({ query: change }),
      }),
    ];
    for (const answer of tries) expect([400, 403, 405, 415]).toContain(answer.status);
    expect(await languageOf()).toBe(before);
  });

  it('opens no socket, nor does anybody without a session', async () => {
    expect(await socket({ cookie: admin, origin: 'https://evil.example' }).ended).toBe('HTTP 403');
    expect(await socket({ origin: app.address }).ended).toBe(4403);
  });
});

describe('a socket', () => {
  it('is closed when it never says hello, and when it sends a frame that is too large', async () => {
    const large = socket({ cookie: admin });
    await large.opened;
    large.client.send('x'.repeat(300_000));
    expect(await large.ended).toBe(1009);
    expect(await socket({ cookie: admin, init: false }).ended).toBe(4408);
  });

  it('takes subscriptions only, and says what is wrong without details of the schema', async () => {
    const { client, heard, opened } = socket({ cookie: admin });
    await opened;
    const tell = async (id: string, query: string) => {
      client.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
      while (!heard.some((one) => one.includes(`"id":"${id}"`)))
        await new Promise((done) => setTimeout(done, 10));
      return heard.find((one) => one.includes(`"id":"${id}"`))!;
    };
    expect(await tell('a', '{ users { email } }')).toContain('BAD_USER_INPUT');
    expect(await tell('b', 'subscription { customerChange { cursor } }')).not.toContain('Did you mean');
    expect(await tell('c', 'subscription {')).toContain('GRAPHQL_PARSE_FAILED');
    client.close();
  });
});

describe('guessing', () => {
  it('counts fifteen tries in one document as fifteen', async () => {
    const tries = Array.from(
      { length: 15 },
      (_, i) =>
        `t${i}: signIn(email: "many@example.org", password: "guess ${i}") { ... on Refusal { code } }`,
    );
    const { body } = await ask(`mutation { ${tries.join(' ')} }`);
    const codes = Object.values(body.data as Record<string, { code: string }>).map((one) => one.code);
    expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(10);
    expect(codes.filter((code) => code === 'THROTTLED')).toHaveLength(5);
  });
});

describe('keys and the trail', () => {
  it('show a secret once, to admins, and the trail of it to admins and privacy officers', async () => {
    const made = await ask(
      'mutation { createIntakeKey(name: "Help desk", source: "zendesk") { ... on NewIntakeKey { secret key { id prefix source { key } } } } }',
      { cookie: admin },
    );
    const { secret, key } = made.body.data!.createIntakeKey as {
      secret: string;
      key: { id: string; prefix: string };
    };
    expect(secret.startsWith(`${key.prefix}_`)).toBe(true);
    const list = await ask('{ intakeKeys { id prefix revokedAt } }', { cookie: admin });
    expect(list.text).toContain(key.prefix);
    expect(list.text).not.toContain(secret.slice(-43));
    for (const role of ['ADMIN', 'PRIVACY_OFFICER']) {
      const cookie = await enterDemo(app.address, role);
      const trail = await ask(
        '{ auditEntries(first: 5) { edges { node { action actorName subjectId customer { id } } } pageInfo { hasNextPage } } }',
        { cookie },
      );
      expect(trail.body.errors).toBeUndefined();
      expect(trail.text).toContain('create-key');
    }

    const trail = async (filter: string) => {
      const { body } = await ask(
        `{ auditEntries(filter: ${filter}) { edges { node { action actorName } } } }`,
        {
          cookie: admin,
        },
      );
      const found = (body.data?.auditEntries ?? null) as { edges: { node: { action: string } }[] } | null;
      return found?.edges.map(({ node }) => node.action) ?? body.errors?.[0]?.extensions.code;
    };
    const [last] = await app.database.query<{ by: string; at: Date }>(
      "SELECT actor_id AS by, at FROM audit_entry WHERE action = 'create-key' ORDER BY id DESC LIMIT 1",
    );
    expect(new Set(await trail('{ actions: ["create-key"] }'))).toEqual(new Set(['create-key']));
    expect(await trail(`{ actorId: "${last!.by}" }`)).toContain('create-key');
    expect(await trail('{ actorId: "0190a000-0000-7000-8000-000000000000" }')).toEqual([]);
    expect(await trail('{ until: "2001-01-01T00:00:00Z" }')).toEqual([]);
    expect(await trail(`{ actions: ["create-key"], from: "${last!.at.toISOString()}" }`)).not.toEqual([]);
    expect(await trail('{ customerId: "somebody" }')).toBe('BAD_USER_INPUT');
  });

  it('give a holder of a key nothing to read', async () => {
    const made = await ask(
      'mutation { createIntakeKey(name: "x", source: "zendesk") { ... on NewIntakeKey { secret } } }',
      { cookie: admin },
    );
    const { secret } = made.body.data!.createIntakeKey as { secret: string };
    for (const query of ['{ users { id } }', '{ __schema { types { name } } }', '{ node(id: "x") { id } }']) {
      const { body } = await ask(query, { headers: { authorization: `Bearer ${secret}` } });
      expect(['UNAUTHENTICATED', 'FORBIDDEN']).toContain(body.errors?.[0]?.extensions.code);
    }
  });

  it('show the schema itself to admins only', async () => {
    const query = '{ __schema { queryType { name } } }';
    expect((await ask(query, { cookie: admin })).body.errors).toBeUndefined();
    expect((await ask(query)).body.errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    const rep = await enterDemo(app.address, 'SALES_REP');
    expect((await ask(query, { cookie: rep })).body.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the first real admin', () => {
  it('is exactly one of fifty who ask at once, and ends the demo with its sockets', async () => {
    const demo = socket({ cookie: admin });
    await demo.opened;
    const setUp = (i: number) =>
      ask('mutation ($input: SetUp!) { setUp(input: $input) { __typename } }', {
        variables: { input: { code: app.setupCode, name: 'Root', email: `root${i}@example.org`, password } },
      });
    // People added above are real, so the first run is over for them already: begin again with nobody real.
    await app.database.query('DELETE FROM app_user WHERE NOT is_demo');
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => setUp(i)));
    expect(answers.filter((one) => one.text.includes('"Viewer"'))).toHaveLength(1);
    expect(await isIn(admin)).toBe(false);
    expect(await demo.ended).toBe(4403);
    const entrance = await ask('{ entrance { setupNeeded demo demoUsers { id } } }');
    expect(entrance.body.data).toEqual({ entrance: { setupNeeded: false, demo: false, demoUsers: [] } });
  });
});
