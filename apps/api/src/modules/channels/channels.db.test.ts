import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { consentState } from '#modules/consent';
import { layNeighbours } from '#modules/house';
import { subjectsOf, takeIn } from '#modules/intake';
import { carryLetters, holdLetter, lettersBySubject, sendAgain } from '#modules/outbox';
import { ensureSource } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { makeEgress } from '#platform/egress';
import type { Viewer } from '#platform/graphql';
import { type Host, openHost } from '#platform/http';
import { silentLog } from '#platform/log';
import { makeVault } from '#platform/vault';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/modules.ts';
import { preferredByCustomer } from './data/preferred.ts';
import { findWays } from './find-ways.ts';
import { grantConsent } from './grant-consent.ts';
import { channelRoutes, providerCarriers, removeChannel, saveChannel } from './index.ts';
import { preferChannel } from './prefer-channel.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const subjects = subjectsOf(modules);
const admin: Viewer = { kind: 'user', id: null, name: 'Admin', role: 'admin', department: null };
const vault = makeVault(Buffer.alloc(32, 3));

let fresh: FreshDatabase;
let database: Database;
let host: Host;
let provider: Server;
let api: string;
let ground: { vault: typeof vault; egress: ReturnType<typeof makeEgress>; address: string };
/** What the provider was asked, and what it answers next. */
const asked: { url: string; headers: Record<string, unknown>; body: string }[] = [];
let answers: { status: number; body: unknown; headers?: Record<string, string> }[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap(({ entities }) => entities ?? []),
  });
  provider = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      asked.push({ url: request.url!, headers: request.headers, body });
      const next = answers.shift() ?? { status: 201, body: { sid: `SM${asked.length}` } };
      response.writeHead(next.status, { 'content-type': 'application/json', ...next.headers });
      response.end(JSON.stringify(next.body));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => provider.once('listening', resolve));
  const { port } = provider.address() as AddressInfo;
  api = `http://127.0.0.1:${port}`;
  ground = { vault, egress: makeEgress([`127.0.0.1:${port}`]), address: 'https://crm.example' };
  host = await openHost(
    0,
    '127.0.0.1',
    { routes: channelRoutes({ database, subjects, ...ground }) },
    { log: silentLog, headers: [] },
  );
});
afterAll(async () => {
  await host?.close();
  provider?.close();
  await database?.close();
  await fresh?.drop();
});
beforeEach(() => {
  asked.length = 0;
  answers = [];
});

const add = async (wish: object) => {
  const kept = await database.transaction((tx) => saveChannel(tx, admin, ground, null, wish, new Date()));
  if (!kept.ok) throw new Error(kept.refusal.message);
  return kept.value;
};
const twilio = (provider: string) =>
  add({
    provider,
    name: `Our ${provider}`,
    address: '+390123456789',
    settings: { accountSid: 'AC1', api },
    secrets: { authToken: 'the token' },
  });
const post = (path: string, body: string, headers: Record<string, string>) =>
  fetch(`http://127.0.0.1:${host.port}${path}`, { method: 'POST', body, headers });
const tellTwilio = (id: string, fields: Record<string, string>, token = 'the token', search = '') => {
  const body = new URLSearchParams(fields).toString();
  const signed =
    `https://crm.example/channels/${id}${search}` +
    Object.keys(fields)
      .sort()
      .map((name) => name + fields[name])
      .join('');
  return post(`/channels/${id}${search}`, body, {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': createHmac('sha1', token).update(signed).digest('base64'),
  });
};
const eventsOf = (id: string) =>
  database.query<{
    event_key: string;
    outcome: string;
    reason: string | null;
    thread_key: string | null;
    customer_id: string | null;
  }>('SELECT * FROM channel_event WHERE channel_id = $1 ORDER BY received_at, event_key', [id]);
const ticketsOf = (customerId: string | null | undefined) =>
  database.query<{ id: string; source_key: string; channel: string; subject: string; number: string }>(
    'SELECT * FROM ticket WHERE customer_id = $1 ORDER BY opened_at, source_key',
    [customerId],
  );
const wordsOf = (ticketKey: string | null | undefined) =>
  database.query<{ body: string }>(
    'SELECT m.body FROM message m JOIN ticket t ON t.id = m.ticket_id WHERE t.source_key = $1 ORDER BY m.at',
    [ticketKey],
  );
const known = async (fullName: string, phone: string): Promise<string> => {
  const [outcome] = await database.transaction(async (tx) =>
    takeIn(tx, subjects, await ensureSource(tx, 'crm', 'csv', 'CRM'), [
      {
        kind: 'person',
        eventId: `person ${phone}`,
        subjectKey: `contact:${phone}`,
        at: '2026-01-01T00:00:00Z',
        person: { key: `contact:${phone}`, phones: [phone], profile: { fullName } },
        body: {},
      },
    ]),
  );
  if (outcome?.outcome !== 'taken' || !outcome.customerId) throw new Error(JSON.stringify(outcome));
  return outcome.customerId;
};
const hold = (toAddress: string, channel: string, now = new Date(Date.now() - 11_000)) =>
  database.transaction((tx) =>
    holdLetter(
      tx,
      {
        channel,
        purpose: 'reply',
        subjectType: 'Nothing',
        subjectId: newId(),
        customerId: null,
        sourceRecordId: null,
        toAddress,
        toName: 'Ana',
        subject: 'Re: It loops',
        body: 'On its way',
        language: null,
        threadKey: 't',
        answersExternalId: null,
        authorId: null,
        authorName: 'Tom',
      },
      now,
    ),
  );
const carry = (now?: () => Date) => carryLetters(database, providerCarriers({ database, ...ground }), now);
const letterOf = async (subjectId: string) => (await lettersBySubject(database, [subjectId]))[0]!;

describe('What comes by a channel', () => {
  it('is a ticket of the customer whose number it is, whatever they call themselves there; what follows goes on in it', async () => {
    const ana = await known('Ana Popescu', '+40722000111');
    const { channel } = await twilio('twilio-whatsapp');
    const message = {
      MessageSid: 'SM-a',
      From: 'whatsapp:+40722000111',
      To: 'whatsapp:+390123456789',
      Body: 'It loops after I log in',
      ProfileName: 'Anișoara B.',
    };
    const first = await tellTwilio(channel.id, message);
    expect([first.status, await first.text()]).toEqual([200, '<Response/>']);
    await tellTwilio(channel.id, { ...message, MessageSid: 'SM-b', Body: 'Still' });
    const [ticket, ...more] = await ticketsOf(ana);
    expect(more).toEqual([]);
    expect(ticket).toMatchObject({ channel: 'whatsapp', subject: 'It loops after I log in' });
    expect(ticket?.number).toMatch(/^T\d+$/);
    expect((await wordsOf(ticket?.source_key)).map(({ body }) => body)).toEqual([
      'It loops after I log in',
      'Still',
    ]);
    expect((await eventsOf(channel.id)).map(({ outcome }) => outcome)).toEqual(['ticket', 'message']);
  });

  it('never acts twice, however often and whenever it is told', async () => {
    const { channel } = await twilio('twilio-sms');
    const fields = { MessageSid: 'SM-twice', From: '+40722000222', Body: 'Hello' };
    const all = await Promise.all([1, 2, 3, 4].map(() => tellTwilio(channel.id, fields)));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const events = await eventsOf(channel.id);
    expect(events).toHaveLength(1);
    expect(await wordsOf(events[0]?.thread_key)).toHaveLength(1);
  });

  it('is refused and not kept when it is not signed as it should be; that it came is counted', async () => {
    const { channel } = await twilio('twilio-sms');
    expect(
      (await tellTwilio(channel.id, { MessageSid: 'SM-f', From: '+40722000333', Body: 'x' }, 'wrong')).status,
    ).toBe(401);
    expect(
      (
        await post(`/channels/${channel.id}`, 'MessageSid=SM-f', {
          'content-type': 'application/x-www-form-urlencoded',
        })
      ).status,
    ).toBe(401);
    expect(await eventsOf(channel.id)).toEqual([]);
    const [row] = await database.query<{ refusals: number; last_event_at: Date | null }>(
      'SELECT * FROM channel WHERE id = $1',
      [channel.id],
    );
    expect(row).toMatchObject({ refusals: 2, last_event_at: null });
    expect((await tellTwilio(newId(), { MessageSid: 'SM-f' })).status).toBe(404);
  });

  it('that cannot be read is kept with the reason, and holds nothing else up', async () => {
    const { channel } = await add({
      provider: 'meta-whatsapp',
      name: 'Our WhatsApp',
      address: '+390123456789',
      settings: { phoneNumberId: '106' },
      secrets: { appSecret: 'app', verifyToken: 'ours', accessToken: 'token' },
    });
    const tell = (body: string) =>
      post(`/channels/${channel.id}`, body, {
        'content-type': 'application/json',
        'x-hub-signature-256': `sha256=${createHmac('sha256', 'app').update(body).digest('hex')}`,
      });
    const delivery = {
      object: 'whatsapp_business_account',
      entry: [
        {
          id: 'W',
          changes: [
            {
              field: 'messages',
              value: {
                metadata: { phone_number_id: '106' },
                messages: [
                  { id: 'wamid.odd', from: 7 },
                  {
                    id: 'wamid.good',
                    from: '40722000444',
                    timestamp: '1772438400',
                    type: 'text',
                    text: { body: 'Hi\u0000 there' },
                  },
                ],
              },
            },
          ],
        },
      ],
    };
    expect((await tell(JSON.stringify(delivery))).status).toBe(200);
    expect((await tell('{"object":')).status).toBe(200);
    expect((await tell('{"__proto__":{"a":1}}')).status).toBe(200);
    const events = await eventsOf(channel.id);
    expect(events.map(({ outcome }) => outcome).sort()).toEqual([
      'ticket',
      'unreadable',
      'unreadable',
      'unreadable',
    ]);
    expect(events.filter(({ outcome }) => outcome === 'unreadable').every(({ reason }) => reason)).toBe(true);

    const shake = (token: string) =>
      fetch(
        `http://127.0.0.1:${host.port}/channels/${channel.id}?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${token}`,
      );
    expect(await (await shake('ours')).text()).toBe('42');
    expect((await shake('other')).status).toBe(403);
  });

  it('after a week of silence is about something else', async () => {
    const { channel, signingSecret } = await add({
      provider: 'webhook',
      name: 'Telegram',
      settings: { api },
    });
    let n = 0;
    const tell = async (at: string, more: object = {}) => {
      const body = JSON.stringify({
        type: 'message',
        id: `m${++n}`,
        at,
        from: { handle: 'dan', name: 'Dan Ionescu' },
        channel: 'telegram',
        text: `Words ${n}`,
        ...more,
      });
      const time = new Date();
      const answer = await post(`/channels/${channel.id}`, body, {
        'webhook-id': `d${n}`,
        'webhook-timestamp': String(Math.floor(time.getTime() / 1_000)),
        'webhook-signature': new Webhook(signingSecret!).sign(`d${n}`, time, body),
      });
      expect(answer.status).toBe(200);
    };
    await tell('2026-03-02T09:00:00Z');
    await tell('2026-03-08T09:00:00Z');
    await tell('2026-03-16T09:00:00Z');
    await tell('2026-03-16T10:00:00Z', { conversation: 'order 7' });
    const events = await eventsOf(channel.id);
    expect(new Set(events.map(({ customer_id }) => customer_id)).size).toBe(1);
    expect(
      (await ticketsOf(events[0]?.customer_id)).map(({ channel: way, subject }) => [way, subject]),
    ).toEqual([
      ['telegram', 'Words 1'],
      ['telegram', 'Words 3'],
      ['telegram', 'Words 4'],
    ]);
  });

  it('by telephone is a call on the timeline, and a voicemail a ticket that waits', async () => {
    const ion = await known('Ion Marin', '+40722000555');
    const { channel } = await twilio('twilio-phone');
    await tellTwilio(channel.id, {
      CallSid: 'CA-1',
      CallStatus: 'completed',
      CallDuration: '184',
      Direction: 'inbound',
      From: '+40722000555',
    });
    await tellTwilio(channel.id, {
      CallSid: 'CA-2',
      CallStatus: 'completed',
      RecordingSid: 'RE-2',
      RecordingUrl: 'https://api.example/RE-2',
      RecordingDuration: '23',
      Direction: 'inbound',
      From: '+40722000555',
    });
    await tellTwilio(channel.id, {
      CallSid: 'CA-2',
      TranscriptionSid: 'TR-2',
      TranscriptionText: 'Please call me back about order 7.',
      RecordingSid: 'RE-2',
      From: '+40722000555',
    });
    await tellTwilio(channel.id, {
      CallSid: 'CA-3',
      CallStatus: 'completed',
      Direction: 'inbound',
      From: 'anonymous',
    });
    expect(
      await database.query(
        'SELECT channel, direction, duration_seconds AS seconds FROM interaction WHERE customer_id = $1',
        [ion],
      ),
    ).toEqual([{ channel: 'phone', direction: 'inbound', seconds: 184 }]);
    const tickets = await ticketsOf(ion);
    expect(tickets).toMatchObject([{ channel: 'phone', subject: 'Please call me back about order 7.' }]);
    expect(await wordsOf(tickets[0]?.source_key)).toHaveLength(1);
    expect((await eventsOf(channel.id)).map(({ outcome }) => outcome)).toEqual([
      'call',
      'ticket',
      'ticket',
      'noted',
    ]);
  });
});

describe('What we write', () => {
  it('goes back by the channel they wrote by, and its receipts say when it arrived and was read', async () => {
    const { channel } = await twilio('twilio-sms');
    await tellTwilio(channel.id, { MessageSid: 'SM-in', From: '+40722000666', Body: 'Where is it?' });
    const letter = await hold('+40722000666', 'sms');
    answers = [{ status: 201, body: { sid: 'SM-out' } }];
    await carry();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from('AC1:the token').toString('base64')}`);
    expect(new URLSearchParams(asked[0]?.body).get('StatusCallback')).toBe(
      `https://crm.example/channels/${channel.id}?letter=${letter.id}`,
    );
    expect(await letterOf(letter.subjectId)).toMatchObject({
      state: 'sent',
      externalId: 'SM-out',
      deliveredAt: null,
    });
    await tellTwilio(
      channel.id,
      { MessageSid: 'SM-out', MessageStatus: 'delivered' },
      'the token',
      `?letter=${letter.id}`,
    );
    expect(await letterOf(letter.subjectId)).toMatchObject({
      state: 'sent',
      deliveredAt: expect.any(Date),
      readAt: null,
    });
    await tellTwilio(
      channel.id,
      { MessageSid: 'SM-out', MessageStatus: 'read' },
      'the token',
      `?letter=${letter.id}`,
    );
    expect((await letterOf(letter.subjectId)).readAt).toBeInstanceOf(Date);
  });

  it('is tried again when the provider is busy or broken, as late as it asks; what it refuses lies dead, with the reason, and can be sent again', async () => {
    await twilio('twilio-sms');
    const letter = await hold('+40722000777', 'sms');
    answers = [
      { status: 429, body: { code: 20429 }, headers: { 'retry-after': '3600' } },
      { status: 503, body: 'broken' },
      { status: 400, body: { code: 21610, message: 'Attempt to send to unsubscribed recipient' } },
    ];
    const start = Date.now();
    await carry();
    const after = await letterOf(letter.subjectId);
    expect(after).toMatchObject({ state: 'queued', attempts: 1 });
    expect(after.dueAt.getTime()).toBeGreaterThan(start + 3_590_000);
    await carry();
    expect(asked).toHaveLength(1);
    await carry(() => new Date(start + 3_700_000));
    expect(await letterOf(letter.subjectId)).toMatchObject({
      state: 'queued',
      attempts: 2,
      trouble: expect.stringContaining('503'),
    });
    await carry(() => new Date(start + 3_900_000));
    const dead = await letterOf(letter.subjectId);
    expect(dead).toMatchObject({ state: 'failed', trouble: expect.stringContaining('STOP') });
    const again = await database.transaction((tx) => sendAgain(tx, admin, dead.id, new Date()));
    expect(again.ok).toBe(true);
    await carry();
    expect(await letterOf(letter.subjectId)).toMatchObject({ state: 'sent', attempts: 1 });
    const twice = await database.transaction((tx) => sendAgain(tx, admin, dead.id, new Date()));
    expect(twice).toMatchObject({ ok: false, refusal: { code: 'NOT_FAILED' } });
  });

  it('lies dead when no channel goes that way, or a day has passed on WhatsApp', async () => {
    const nowhere = await hold('77', 'messenger');
    await carry();
    expect(await letterOf(nowhere.subjectId)).toMatchObject({
      state: 'failed',
      trouble: 'No channel for messenger is set up.',
    });

    const { channel } = await twilio('twilio-whatsapp');
    await tellTwilio(channel.id, { MessageSid: 'SM-w', From: 'whatsapp:+40722000888', Body: 'Hi' });
    const [event] = await eventsOf(channel.id);
    const ask = async () => (await findWays(database, [{ ticketKey: event!.thread_key!, phone: null }]))[0];
    expect(await ask()).toMatchObject([
      { channel: 'whatsapp', toAddress: '+40722000888', isTheirs: true, charactersAtMost: 1_600 },
    ]);
    await database.query(
      `UPDATE conversation SET last_in_at = now() - interval '25 hours' WHERE thread_key = $1`,
      [event!.thread_key],
    );
    expect((await ask())![0]!.openUntil!.getTime()).toBeLessThan(Date.now());
    const late = await hold('+40722000888', 'whatsapp');
    await carry();
    expect(asked).toEqual([]);
    expect(await letterOf(late.subjectId)).toMatchObject({
      state: 'failed',
      trouble: expect.stringContaining('24 hours'),
    });
  });
});

describe('A channel', () => {
  it('keeps its secrets closed, and they stay when they are not given again', async () => {
    const { channel } = await twilio('twilio-sms');
    const [row] = await database.query<{ secrets: Record<string, string> }>(
      'SELECT secrets FROM channel WHERE id = $1',
      [channel.id],
    );
    expect(JSON.stringify(row)).not.toContain('the token');
    const wish = {
      provider: 'twilio-sms',
      name: 'Renamed',
      address: '+390123456789',
      settings: { accountSid: 'AC1', api },
    };
    const kept = await database.transaction((tx) =>
      saveChannel(tx, admin, ground, channel.id, wish, new Date()),
    );
    expect(kept.ok && kept.value.channel).toMatchObject({ name: 'Renamed' });
    expect(
      (await tellTwilio(channel.id, { MessageSid: 'SM-kept', From: '+40722000999', Body: 'Hi' })).status,
    ).toBe(200);
  });

  it.each([
    ['without its secret', { secrets: {} }, 'authToken'],
    ['without whose account it is', { settings: {} }, 'accountSid'],
    ['with a number that has no country', { address: '0123' }, 'address'],
    [
      'that would call into our own network',
      { settings: { accountSid: 'AC1', api: 'http://169.254.169.254/' } },
      'api',
    ],
    ['with a secret nobody asked for', { secrets: { authToken: 't', other: 'x' } }, 'secrets'],
  ])('is refused %s', async (_, wrong, field) => {
    const wish = {
      provider: 'twilio-sms',
      name: 'X',
      address: '+390123456789',
      settings: { accountSid: 'AC1' },
      secrets: { authToken: 't' },
      ...wrong,
    };
    const kept = await database.transaction((tx) => saveChannel(tx, admin, ground, null, wish, new Date()));
    expect(kept).toMatchObject({ ok: false, refusal: { field } });
  });

  it('that was taken out of use takes nothing until it is put back', async () => {
    const { channel } = await twilio('twilio-sms');
    await database.transaction((tx) => removeChannel(tx, admin, channel.id, new Date()));
    const tell = () => tellTwilio(channel.id, { MessageSid: 'SM-back', From: '+40722001000', Body: 'Hi' });
    expect((await tell()).status).toBe(404);
    await database.transaction((tx) => removeChannel(tx, admin, channel.id, null));
    expect((await tell()).status).toBe(200);
  });
});

describe('The channel a customer prefers', () => {
  it('is what they said last, until they take it back; nothing of it is overwritten', async () => {
    const eva = await known('Eva Stan', '+40722002000');
    const say = (channel: string | null, at: string) =>
      database.transaction((tx) => preferChannel(tx, admin, eva, channel, new Date(at)));
    const now = async () => (await preferredByCustomer(database, [eva]))[0];
    expect(await now()).toBeNull();
    expect((await say('sms', '2026-03-02T09:00:00Z')).ok).toBe(true);
    expect(await now()).toMatchObject({ channel: 'sms', because: 'told', saidBy: 'Admin' });
    await say('whatsapp', '2026-03-03T09:00:00Z');
    expect(await now()).toMatchObject({ channel: 'whatsapp' });
    await say(null, '2026-03-04T09:00:00Z');
    expect(await now()).toBeNull();
    expect(await say('pigeon', '2026-03-05T09:00:00Z')).toMatchObject({
      ok: false,
      refusal: { field: 'channel' },
    });
    expect(await say('sms', '2026-03-05T09:00:00Z')).toMatchObject({ ok: true });
    expect(
      await database.query('SELECT count(*)::int AS n FROM channel_wish WHERE customer_id = $1', [eva]),
    ).toEqual([{ n: 4 }]);
  });
});

describe('Whoever tells one of us that they want no marketing', () => {
  it('gets none on that channel from then on, whatever a file says later, until they say so themselves', async () => {
    const ana = await known('Ana Dima', '+40722003000');
    const phone = () => consentState(database, ana, 'marketing', 'phone');
    const tell = (id: string, source: string, state: 'granted' | 'withdrawn', at: string, wording?: string) =>
      database.transaction(async (tx) => {
        const person = { key: source === 'ancora' ? `customer:${ana}` : 'contact:+40722003000' };
        await takeIn(tx, subjects, await ensureSource(tx, source, 'csv'), [
          {
            ...{ kind: 'consent', eventId: id, subjectKey: id, at, person },
            body: { channel: 'phone', state, ...(wording ? { wording } : {}) },
          },
        ]);
      });
    await tell('c1', 'crm', 'granted', '2026-03-01T09:00:00Z', 'Call me');
    expect(await phone()).toBe('granted');

    const say = (channel: string, id = ana) =>
      database.transaction((tx) => withdrawConsent(tx, admin, id, channel, new Date('2026-03-02T09:00:00Z')));
    expect(await say('phone')).toEqual({ ok: true, value: ana });
    await tell('c2', 'crm', 'granted', '2026-03-03T09:00:00Z', 'Call me');
    expect(await phone()).toBe('withdrawn');
    expect(
      await database.query(
        "SELECT kind, title FROM timeline_entry WHERE customer_id = $1 AND kind = 'consent-withdrawn'",
        [ana],
      ),
    ).toHaveLength(1);

    await tell('c3', 'ancora', 'granted', '2026-03-04T09:00:00Z', 'Call me again');
    expect(await phone()).toBe('granted');
    expect(await say('pigeon')).toMatchObject({ ok: false, refusal: { field: 'channel' } });
    expect(await say('phone', newId())).toMatchObject({ ok: false, refusal: { field: 'customerId' } });
  });

  it('and agrees again on paper, gets it again, but not where another source holds their no', async () => {
    const ion = await known('Ion Pop', '+40722003001');
    const state = (channel: string) => consentState(database, ion, 'marketing', channel);
    const claim = (channel: string, day: string) =>
      database.transaction((tx) =>
        grantConsent(
          tx,
          admin,
          ion,
          { channel, wording: 'Write to me.', place: 'Card 12', at: new Date(day) },
          new Date('2026-03-10T09:00:00Z'),
        ),
      );
    await database.transaction((tx) =>
      withdrawConsent(tx, admin, ion, 'sms', new Date('2026-03-02T09:00:00Z')),
    );
    expect(await claim('sms', '2026-03-01T09:00:00Z')).toMatchObject({ ok: true });
    expect(await state('sms')).toBe('withdrawn');
    expect(await claim('sms', '2026-03-03T09:00:00Z')).toEqual({ ok: true, value: ion });
    expect(await state('sms')).toBe('granted');

    await database.transaction(async (tx) =>
      takeIn(tx, subjects, await ensureSource(tx, 'crm', 'csv'), [
        {
          ...{ kind: 'consent', eventId: 'left', subjectKey: 'left', at: '2026-03-04T09:00:00Z' },
          person: { key: 'contact:+40722003001' },
          body: { channel: 'post', state: 'withdrawn' },
        },
      ]),
    );
    expect(await claim('post', '2026-03-05T09:00:00Z')).toMatchObject({ ok: true });
    expect(await state('post')).toBe('withdrawn');
    expect(
      await database.query(
        "SELECT details FROM audit_entry WHERE customer_id = $1 AND action = 'grant-consent' ORDER BY at",
        [ion],
      ),
    ).toHaveLength(3);
  });
});
