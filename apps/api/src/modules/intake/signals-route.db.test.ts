import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  authenticateKey,
  createKey,
  createSigningSecret,
  openSigningSecrets,
  systemActor,
} from '#modules/access';
import { ensureSource } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { type Host, openHost } from '#platform/http';
import { silentLog } from '#platform/log';
import { makeVault } from '#platform/vault';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/modules.ts';
import { saveSource } from './save-source.ts';
import { signalsRoute } from './signals-route.ts';

let fresh: FreshDatabase;
let database: Database;
let host: Host;
let key: string;
let desk: string;
const vault = makeVault(randomBytes(32));
const secrets = [0, 1].map(() => `whsec_${randomBytes(32).toString('base64')}`);

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap((one) => one.entities ?? []),
  });
  const route = signalsRoute({
    database,
    modules,
    checkKey: authenticateKey,
    secretsOf: (db, sourceId) => openSigningSecrets(db, vault, sourceId),
  });
  host = await openHost(0, '127.0.0.1', { routes: [route] }, { log: silentLog, headers: [] });
  await database.transaction(async (tx) => {
    const made = await createKey(tx, systemActor('test'), { name: 'shop', source: 'shop' });
    if (made.ok) key = made.value.secret;
    desk = (await ensureSource(tx, 'desk', 'zendesk')).id;
    for (const secret of secrets) {
      const made = await createSigningSecret(tx, systemActor('test'), vault, { sourceId: desk, secret });
      expect(made.ok && made.value.secret).toBe(secret);
    }
  });
});
afterAll(async () => {
  await host.close(500);
  await database.close();
  await fresh.drop();
});

type Answer = {
  status: number;
  body: { results: { outcome: string; signalId?: string; code?: string; path?: string }[] };
};
const send = async (body: unknown, headers: Record<string, string>, query = ''): Promise<Answer> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await fetch(`http://127.0.0.1:${host.port}/signals${query}`, {
    method: 'POST',
    headers,
    body: text,
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
};
const withKey = (body: unknown) => send(body, { authorization: `Bearer ${key}` });
const signed = (body: unknown, id: string, secret = secrets[0]!, at = new Date(), change = '') => {
  const text = JSON.stringify(body);
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, text),
  };
  return send(text + change, headers, '?source=desk');
};
const stored = async (): Promise<number> =>
  (
    await database.query<{ n: number }>(
      'SELECT ((SELECT count(*) FROM signal) + (SELECT count(*) FROM unreadable))::int AS n',
    )
  )[0]!.n;

const ticket = (n: number | string, more: object = {}) => ({
  kind: 'ticket',
  eventId: `e${n}`,
  subjectKey: `ticket:${n}`,
  at: '2026-03-01T10:00:00Z',
  person: { key: 'user:1', emails: ['ada@example.org'] },
  body: { subject: 'It screeches', status: 'open' },
  ...more,
});

describe('POST /signals', () => {
  it('answers 202 once, 200 for the same again, 409 with the first id for another content', async () => {
    const first = await withKey(ticket(1));
    expect(first).toMatchObject({ status: 202, body: { results: [{ outcome: 'taken' }] } });
    const { signalId } = first.body.results[0]!;
    expect(await withKey(ticket(1))).toMatchObject({
      status: 200,
      body: { results: [{ outcome: 'duplicate', signalId }] },
    });
    const other = await withKey(ticket(1, { body: { subject: 'Another', status: 'open' } }));
    expect(other).toMatchObject({ status: 409, body: { results: [{ outcome: 'conflict', signalId }] } });
  });

  it('keeps what it cannot read, names the field, and takes the rest of a set', async () => {
    const before = await stored();
    expect(await withKey('{"half":')).toMatchObject({
      status: 422,
      body: { results: [{ code: 'bad-json' }] },
    });
    expect(await withKey(ticket(2, { body: { status: 'burning' } }))).toMatchObject({
      status: 422,
      body: { results: [{ outcome: 'unreadable', code: 'bad-body', path: 'body.status' }] },
    });
    expect(await withKey({ signals: [ticket(3), ticket(4, { at: 'once' }), ticket(5)] })).toMatchObject({
      status: 202,
      body: { results: [{ outcome: 'taken' }, { code: 'bad-envelope', path: 'at' }, { outcome: 'taken' }] },
    });
    expect(await stored()).toBe(before + 5);
  });

  it('refuses more than a thousand signals, and a body that is too large', async () => {
    expect(
      (await withKey({ signals: Array.from({ length: 1_001 }, (_, n) => ticket(`x${n}`)) })).status,
    ).toBe(413);
    expect((await withKey(`"${'x'.repeat(11_000_000)}"`)).status).toBe(413);
  });

  it('believes a signature under any of the secrets, and an event id that the sender repeats acts once', async () => {
    const { eventId: _, ...nameless } = ticket(20);
    expect((await signed(nameless, 'msg_20')).status).toBe(202);
    expect((await signed(nameless, 'msg_20', secrets[1]!)).status).toBe(200);
  });

  it('dials a phone without a country where its source does, in our words and in the help desk’s', async () => {
    const told = await database.transaction((tx) =>
      saveSource(tx, systemActor('test'), ['zendesk'], { id: desk, phoneCountry: 'IT' }),
    );
    expect(told.ok).toBe(true);
    // Who posts is believed for half a second.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const phones = ['06 698 12345', '+33 6 12 34 56 79'];
    await signed(ticket(40, { person: { key: 'user:40', phones } }), 'msg_40');
    const user = {
      id: 41,
      url: 'https://desk.example/api/v2/users/41.json',
      name: 'Ugo Riva',
      email: 'ugo@example.org',
      phone: '06 698 54321',
      role: 'end-user',
      locale: 'it',
      created_at: '2026-03-02T08:00:00Z',
      updated_at: '2026-03-02T08:00:00Z',
    };
    expect((await signed({ user }, 'msg_41')).status).toBe(202);
    const known = await database.query<{ value: string }>(
      `SELECT DISTINCT i.value FROM identifier i JOIN source_record r ON r.id = i.source_record_id
        WHERE i.kind = 'phone' AND NOT i.weak AND r.source_key IN ('user:40', 'user:41') ORDER BY 1`,
    );
    expect(known.map(({ value }) => value)).toEqual(['+33612345679', '+390669812345', '+390669854321']);
  });

  it('stores nothing for whoever cannot prove who they are', async () => {
    const before = await stored();
    const late = new Date(Date.now() - 6 * 60_000);
    const early = new Date(Date.now() + 6 * 60_000);
    const foreign = `whsec_${randomBytes(32).toString('base64')}`;
    const answers = [
      await send(ticket(30), {}),
      await send(ticket(30), { authorization: 'Bearer anc_nobody_nothing' }),
      await send(ticket(30), { authorization: `Bearer ${key}` }, '?source=desk'),
      await signed(ticket(30), 'msg_30', foreign),
      await signed(ticket(30), 'msg_30', secrets[0]!, late),
      await signed(ticket(30), 'msg_30', secrets[0]!, early),
      await signed(ticket(30), 'msg_30', secrets[0]!, new Date(), ' '),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(401));
    expect(await stored()).toBe(before);
  });

  it('reads what a help desk posts in its own words', async () => {
    const posted = {
      ticket: {
        id: 991,
        url: 'https://desk.example/api/v2/tickets/991.json',
        created_at: '2026-03-02T08:00:00Z',
        updated_at: '2026-03-02T08:00:00Z',
        subject: 'The symphony ends in a screech',
        description: 'Since Tuesday.',
        status: 'open',
        priority: 'high',
        requester_id: 77,
        tags: ['sound'],
        via: {
          channel: 'email',
          source: { from: { address: 'clara@example.org', name: 'Clara' }, to: {}, rel: null },
        },
      },
    };
    const answer = await signed(posted, 'msg_991');
    expect(answer).toMatchObject({ status: 202, body: { results: [{ outcome: 'taken' }] } });
    expect(
      await database.query(`SELECT subject, status, priority FROM ticket WHERE source_key LIKE '%991'`),
    ).toEqual([{ subject: 'The symphony ends in a screech', status: 'open', priority: 'high' }]);
  });
});
