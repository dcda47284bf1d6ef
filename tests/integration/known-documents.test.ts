import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { documentManifest } from '../../apps/web/build/known-documents.ts';
import { askGraph, type ServedApp, serveApp } from '../support/serve-app.ts';
import { bearer, enterDemo } from '../support/sign-in.ts';

const known = documentManifest(`${import.meta.dirname}/../../apps/web/src`);
const own = '{ customers(first: 3) { edges { node { id } } } }';

describe('In production', () => {
  let app: ServedApp;
  let rep: string;
  let admin: string;
  beforeAll(async () => {
    app = await serveApp({ documents: { known, only: true } });
    [rep, admin] = [await enterDemo(app.address, 'SALES_REP'), await enterDemo(app.address, 'ADMIN')];
  });
  afterAll(() => app.close());

  const post = async (headers: Record<string, string>, body: object) => {
    const answer = await fetch(`${app.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return {
      status: answer.status,
      body: (await answer.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] },
    };
  };
  const named = (operationName: string, variables = {}) => ({
    operationName,
    variables,
    extensions: { documents: known.version },
  });

  it('the page of a sales rep is answered what the web app asks, by name, again and again', async () => {
    for (let times = 0; times < 3; times += 1) {
      const { body } = await post({ cookie: rep }, named('Customers', { first: 5, seesValue: true }));
      expect(body.errors).toBeUndefined();
      expect(body.data).toHaveProperty('customers.edges', []);
    }
    expect((await post({ cookie: rep }, named('WhoAmI'))).body.data).toHaveProperty(
      'viewer.user.role',
      'SALES_REP',
    );
  });

  it('it is refused anything else with a code, by POST and by GET, however often an admin asked the same', async () => {
    expect((await askGraph(app.address, own, { cookie: admin })).status).toBe(200);
    expect((await askGraph(app.address, own, { cookie: admin })).status).toBe(200);
    const refused = await post({ cookie: rep }, { query: own });
    expect(refused.status).toBe(400);
    expect(refused.body.errors?.[0]?.extensions.code).toBe('UNKNOWN_DOCUMENT');
    const got = await fetch(`${app.address}/graphql?query=${encodeURIComponent(own)}`, {
      headers: { cookie: rep, 'apollo-require-preflight': '1' },
    });
    expect(await got.text()).toContain('UNKNOWN_DOCUMENT');
    const old = await post(
      { cookie: rep },
      { ...named('Customers'), extensions: { documents: 'of-yesterday' } },
    );
    expect(old.body.errors?.[0]?.extensions.code).toBe('UNKNOWN_DOCUMENT');
  });

  it('a program that shows the session of the sales rep asks what it likes, within what the role may see', async () => {
    expect((await post(bearer(rep), { query: own })).body.data).toHaveProperty('customers.edges', []);
    const refused = await post(bearer(rep), { query: '{ auditEntries(first: 1) { edges { cursor } } }' });
    expect(refused.body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const nobody = await post({ authorization: `Bearer ${'x'.repeat(43)}`, cookie: rep }, { query: own });
    expect(nobody.body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('a request that is made wrongly is refused as wrong, also when its document was answered before', async () => {
    expect((await post(bearer(rep), { query: own })).status).toBe(200);
    expect((await post(bearer(rep), { query: own })).status).toBe(200);
    for (const wrong of [
      { extensions: 0 },
      { extensions: false },
      { extensions: 'x' },
      { variables: 7 },
      { operationName: [] },
    ])
      expect((await post(bearer(rep), { query: own, ...wrong })).status).toBe(400);
  });

  it('a socket of the page hears what the web app subscribes to, and nothing else', async () => {
    /** What is said against it; that nothing is, is known when a while has passed. */
    const hear = (payload: object, whileMs?: number) =>
      new Promise<string>((resolve, reject) => {
        const socket = new WebSocket(`${app.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
          headers: { cookie: rep },
        });
        const over =
          whileMs &&
          setTimeout(() => {
            socket.close();
            resolve('listens');
          }, whileMs);
        socket.on('error', reject);
        socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
        socket.on('message', (data) => {
          const message = JSON.parse(String(data)) as { type: string; payload?: unknown };
          if (message.type === 'connection_ack')
            socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
          if (message.type === 'error') {
            clearTimeout(over);
            socket.close();
            resolve(JSON.stringify(message.payload));
          }
        });
      });
    expect(await hear({ query: 'subscription { customerChanged { cursor } }' })).toContain(
      'UNKNOWN_DOCUMENT',
    );
    expect(await hear({ query: '', ...named('CustomersChanged', { seesValue: true }) }, 1_500)).toBe(
      'listens',
    );
  });
});
