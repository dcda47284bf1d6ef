import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSigningSecret, openSigningSecrets, systemActor } from '#modules/access';
import { ensureSource, type Source, sourceByKey } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { type Host, openHost } from '#platform/http';
import { silentLog } from '#platform/log';
import { makeVault } from '#platform/vault';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { emptyDatabase } from '../../../../../tests/support/dump.ts';
import { modules } from '../../app/modules.ts';
import { countUnreadablesIn, moveUnreadables, unreadablesIn } from './data/unreadable.ts';
import { readDelivery } from './domain/read-delivery.ts';
import { subjectsOf } from './domain/subjects.ts';
import { replayUnreadable } from './replay-unreadable.ts';
import { saveSource } from './save-source.ts';
import { signalsRoute } from './signals-route.ts';
import { takeDelivery } from './take-delivery.ts';

let fresh: FreshDatabase;
let database: Database;
let host: Host;
let desk: Source;
const vault = makeVault(randomBytes(32));
const secret = `whsec_${randomBytes(32).toString('base64')}`;
const subjects = subjectsOf(modules);
/** The house before it learned what a ticket is. */
const younger = modules.filter(({ name }) => name !== 'support');

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap((one) => one.entities ?? []),
  });
});
beforeEach(async () => {
  await emptyDatabase(fresh.ownerUrl);
  await host?.close(500);
  const route = signalsRoute({
    database,
    modules: younger,
    checkKey: async () => null,
    secretsOf: (db, sourceId) => openSigningSecrets(db, vault, sourceId),
  });
  host = await openHost(0, '127.0.0.1', { routes: [route] }, { log: silentLog, headers: [] });
  desk = await database.transaction(async (tx) => {
    const source = await ensureSource(tx, 'desk', 'webhook');
    await createSigningSecret(tx, systemActor('test'), vault, { sourceId: source.id, secret });
    return source;
  });
});
afterAll(async () => {
  await host.close(500);
  await database.close();
  await fresh.drop();
});

interface Result {
  outcome: string;
  code?: string;
  unreadableId?: string;
}
const post = async (text: string, id: string): Promise<{ status: number; results: Result[] }> => {
  const at = new Date();
  const answer = await fetch(`http://127.0.0.1:${host.port}/signals?source=desk`, {
    method: 'POST',
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, text),
    },
    body: text,
  });
  return { status: answer.status, ...((await answer.json()) as { results: Result[] }) };
};
const refusedFor = async (body: unknown, id: string): Promise<{ code: string | undefined; id: string }[]> => {
  const { status, results } = await post(JSON.stringify(body), id);
  expect(status).toBe(422);
  return results.map(({ code, unreadableId }) => ({ code, id: unreadableId! }));
};
const replay = (id: string) => database.transaction((tx) => replayUnreadable(tx, subjects, id));
const speakZendesk = async (): Promise<void> => {
  const saved = await database.transaction((tx) =>
    saveSource(tx, systemActor('test'), ['webhook', 'zendesk'], { id: desk.id, system: 'zendesk' }),
  );
  expect(saved.ok).toBe(true);
};
const tickets = () =>
  database
    .query<{ subject: string }>('SELECT subject FROM ticket ORDER BY subject')
    .then((rows) => rows.map(({ subject }) => subject));

const theirs = (id: number, more: object = {}) => ({
  id,
  url: `https://desk.example/api/v2/tickets/${id}.json`,
  created_at: '2026-03-02T08:00:00Z',
  updated_at: '2026-03-02T08:00:00Z',
  subject: `Screech ${id}`,
  description: 'Since Tuesday.',
  status: 'open',
  priority: 'high',
  requester_id: 77,
  tags: [],
  via: {
    channel: 'email',
    source: { from: { address: 'clara@example.org', name: 'Clara' }, to: {}, rel: null },
  },
  ...more,
});
const ours = (n: number, more: object = {}) => ({
  kind: 'ticket',
  subjectKey: `ticket:${n}`,
  at: '2026-03-01T10:00:00Z',
  person: { key: 'user:1', emails: ['ada@example.org'] },
  body: { subject: `Number ${n}`, status: 'open' },
  ...more,
});

describe('What could not be read at the front door', () => {
  it('is taken, once, when a help desk was made to speak in its own words', async () => {
    const [alone] = await refusedFor({ ticket: theirs(991) }, 'msg_1');
    const listed = await refusedFor({ count: 2, tickets: [theirs(992), theirs(993)] }, 'msg_2');
    expect([alone, ...listed].map((one) => one?.code)).toEqual(Array(3).fill('unknown-shape'));
    expect(await replay(alone!.id)).toMatchObject({ outcome: 'unreadable', code: 'unknown-shape' });
    await speakZendesk();
    for (const { id } of [alone!, ...listed]) {
      expect(await replay(id)).toMatchObject({ outcome: 'taken' });
      expect(await replay(id)).toBeNull();
    }
    expect(await tickets()).toEqual(['Screech 991', 'Screech 992', 'Screech 993']);
    expect(await unreadablesIn(database, 'waiting', 10, null)).toEqual([]);
  });

  it('keeps the event ids that its delivery gave it: who sends it again is told that it is known', async () => {
    const set = { signals: [ours(2), ours(3)] };
    const refused = [...(await refusedFor(ours(1), 'msg_1')), ...(await refusedFor(set, 'msg_2'))];
    expect(refused.map(({ code }) => code)).toEqual(Array(3).fill('unknown-kind'));
    for (const { id } of refused) expect(await replay(id)).toMatchObject({ outcome: 'taken' });
    const known = await database.query<{ event_id: string }>('SELECT event_id FROM signal ORDER BY event_id');
    expect(known.map(({ event_id }) => event_id)).toEqual(['msg_1', 'msg_2:0', 'msg_2:1']);
    const source = (await sourceByKey(database, 'desk'))!;
    const again = readDelivery(set, 'msg_2', { formats: [], source, receivedAt: new Date().toISOString() });
    expect(
      await database.transaction((tx) =>
        takeDelivery(tx, subjects, source, again === 'too-many' ? [] : again),
      ),
    ).toMatchObject([{ outcome: 'duplicate' }, { outcome: 'duplicate' }]);
  });

  it('acts once when two try it at the same time', async () => {
    const [one] = await refusedFor(ours(1), 'msg_1');
    const both = await Promise.all([replay(one!.id), replay(one!.id)]);
    expect(both.filter((each) => each?.outcome === 'taken')).toHaveLength(1);
    expect(both).toContain(null);
    expect(await tickets()).toEqual(['Number 1']);
  });

  it('waits on where it is while it cannot be read, with the reason of now', async () => {
    const [one] = await refusedFor(
      ours(1, { body: { subject: 'It screeches', status: 'burning' } }),
      'msg_1',
    );
    expect(one?.code).toBe('unknown-kind');
    const now = { code: 'bad-body', columnName: 'body.status' };
    expect(await replay(one!.id)).toMatchObject({
      outcome: 'unreadable',
      code: 'bad-body',
      path: 'body.status',
    });
    expect(await unreadablesIn(database, 'waiting', 10, null)).toMatchObject([
      { id: one!.id, eventId: 'msg_1', ...now },
    ]);
  });

  it('stays what it is when it is no JSON, whatever its source is made to speak', async () => {
    const { results } = await post('{"ticket":', 'msg_1');
    await speakZendesk();
    expect(await replay(results[0]!.unreadableId!)).toMatchObject({
      outcome: 'unreadable',
      code: 'bad-json',
    });
    expect(await unreadablesIn(database, 'waiting', 10, null)).toMatchObject([{ code: 'bad-json' }]);
  });

  it('waits for people, newest first and counted; what only names a mail, and rows of files, do not', async () => {
    const [first] = await refusedFor({ a: 1 }, 'msg_1');
    const [second] = await refusedFor({ b: 2 }, 'msg_2');
    const bad = { kind: 'nothing', eventId: 'm', subjectKey: 'm', at: 'once', body: {} };
    const [mail] = await database.transaction((tx) =>
      takeDelivery(tx, subjects, desk, [{ raw: { messageId: '<1@x>' }, signals: [bad] }]),
    );
    expect(mail).toMatchObject({ outcome: 'unreadable' });
    expect((await unreadablesIn(database, 'waiting', 10, null)).map(({ id }) => id)).toEqual([
      second!.id,
      first!.id,
    ]);
    expect(await countUnreadablesIn(database, 'waiting', 10)).toBe(2);
    expect(await countUnreadablesIn(database, 'waiting', 1)).toBe(1);
    expect(await replay(mail!.unreadableId!)).toBeNull();
  });

  it('is put away by whoever has looked at it, waits no longer, and can be put back or tried all the same', async () => {
    const [half] = (await post('{"ticket":', 'msg_1')).results;
    const [one] = await refusedFor(ours(1), 'msg_2');
    const [two] = await refusedFor(ours(2), 'msg_3');
    const at = async (place: 'waiting' | 'dismissed') =>
      (await unreadablesIn(database, place, 10, null)).map(({ id }) => id);
    const away = [half!.unreadableId!, one!.id];
    expect((await moveUnreadables(database, 'dismissed', away)).sort()).toEqual([...away].sort());
    expect(await moveUnreadables(database, 'dismissed', away)).toEqual([]);
    expect(await at('waiting')).toEqual([two!.id]);
    expect(await at('dismissed')).toEqual([one!.id, half!.unreadableId]);
    expect(await countUnreadablesIn(database, 'dismissed', 10)).toBe(2);
    expect(await moveUnreadables(database, 'waiting', [half!.unreadableId!])).toHaveLength(1);
    expect(await replay(one!.id)).toMatchObject({ outcome: 'taken' });
    expect(await at('waiting')).toEqual([two!.id, half!.unreadableId]);
    expect(await at('dismissed')).toEqual([]);
    // What was read is nowhere to be put.
    expect(await moveUnreadables(database, 'dismissed', [one!.id])).toEqual([]);
  });
});
