import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#modules/access';
import { channelRoutes, providerCarriers, saveChannel } from '#modules/channels';
import { layAddress, layNeighbours } from '#modules/house';
import { subjectsOf, takeIn } from '#modules/intake';
import { carryLetters, holdLetter, layPost } from '#modules/outbox';
import { ensureSource } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { makeEgress } from '#platform/egress';
import type { Viewer } from '#platform/graphql';
import { type Host, openHost } from '#platform/http';
import { silentLog } from '#platform/log';
import { makeVault } from '#platform/vault';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/modules.ts';
import { askCustomers, noticeOccasions, saveSurvey } from './index.ts';

const subjects = subjectsOf(modules);
const admin: Viewer = { kind: 'user', id: null, name: 'Admin', role: 'admin', department: null };
const ground = {
  vault: makeVault(Buffer.alloc(32, 5)),
  egress: {
    ...makeEgress(),
    // Nobody is really written to: the provider takes everything.
    ask: async () => ({ status: 201, headers: {}, body: Buffer.from('{"sid":"SM1"}') }),
  },
  address: 'https://crm.example',
};

let fresh: FreshDatabase;
let database: Database;
let host: Host;
beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  layAddress('https://crm.example/');
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap(({ entities }) => entities ?? []),
  });
  host = await openHost(
    0,
    '127.0.0.1',
    { routes: channelRoutes({ database, subjects, ...ground }) },
    { log: silentLog, headers: [] },
  );
});
afterAll(async () => {
  layPost({ mail: true });
  await host?.close();
  await database?.close();
  await fresh?.drop();
});
beforeEach(async () => {
  layPost({ mail: true });
  await database.query('UPDATE survey SET removed_at = now() WHERE removed_at IS NULL');
  await database.query('UPDATE channel SET removed_at = now() WHERE removed_at IS NULL');
});

let counter = 0;
const sooner = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const survey = async (more: Record<string, unknown>) => {
  const kept = await database.transaction((tx) =>
    saveSurvey(
      tx,
      systemActor(),
      null,
      {
        name: 'After',
        occasion: 'ticket-solved',
        instrument: 'csat',
        delayMinutes: 0,
        isActive: true,
        ...more,
      },
      sooner(300),
    ),
  );
  if (!kept.ok) throw new Error(kept.refusal.message);
};
const number = async (provider: 'twilio-sms' | 'twilio-phone') => {
  const kept = await database.transaction((tx) =>
    saveChannel(
      tx,
      admin,
      ground,
      null,
      {
        provider,
        name: provider,
        address: '+390123456789',
        settings: { accountSid: 'AC1' },
        secrets: { authToken: 'the token' },
      },
      new Date(),
    ),
  );
  if (!kept.ok) throw new Error(kept.refusal.message);
  return kept.value.channel.id;
};
const twilio = async (id: string, fields: Record<string, string>, search = '') => {
  const signed = `https://crm.example/channels/${id}${search}${Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join('')}`;
  const answer = await fetch(`http://127.0.0.1:${host.port}/channels/${id}${search}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', 'the token').update(signed).digest('base64'),
    },
  });
  expect(answer.status).toBe(200);
  return answer.text();
};
const text = (id: string, from: string, body: string) =>
  twilio(id, { MessageSid: `SM${++counter}in`, From: from, To: '+390123456789', Body: body });

/** A customer with this telephone whose ticket was solved an hour ago. */
async function solved(phone: string, more: { channel?: string; email?: string; language?: string } = {}) {
  const n = ++counter;
  const [taken] = await database.transaction(async (tx) =>
    takeIn(tx, subjects, await ensureSource(tx, 'help', 'zendesk', 'Help'), [
      {
        kind: 'ticket',
        eventId: `event ${n}`,
        subjectKey: `ticket:${n}`,
        at: sooner(60).toISOString(),
        person: {
          key: `person${n}`,
          phones: [phone],
          ...(more.email ? { emails: [more.email] } : {}),
          profile: { fullName: `Person ${n} Example`, language: more.language ?? 'en' },
        },
        body: { subject: 'Late', status: 'solved', channel: more.channel ?? 'sms' },
      },
    ]),
  );
  if (taken?.outcome !== 'taken') throw new Error('not taken');
  return taken.customerId!;
}
const ask = async () => {
  await noticeOccasions(database, new Date());
  await askCustomers(database, sooner(1));
  await carryLetters(database, providerCarriers({ database, ...ground }));
};
const invitationOf = async (customerId: string) =>
  (
    await database.query<Record<string, unknown>>(
      'SELECT state, silence, via, value, comment, subject_type, subject_id, left_at FROM survey_invitation WHERE customer_id = $1 ORDER BY happened_at DESC LIMIT 1',
      [customerId],
    )
  )[0];
const messages = async (customerId: string) =>
  (
    await database.query<{ body: string }>('SELECT body FROM message WHERE customer_id = $1 ORDER BY at', [
      customerId,
    ])
  ).map(({ body }) => body);
const answersOf = (customerId: string) =>
  database.query<Record<string, unknown>>(
    'SELECT channel, value, comment, subject_type, subject_id FROM survey_answer WHERE customer_id = $1',
    [customerId],
  );

describe('A question that was sent as a text message', () => {
  it('is answered with a digit, and what stands beside it is the reason; no ticket comes of it', async () => {
    await survey({});
    const sms = await number('twilio-sms');
    const ana = await solved('+40722111001');
    await ask();
    expect(await invitationOf(ana)).toMatchObject({ state: 'asked', via: 'sms' });
    await text(sms, '+40722111001', '5 - great help');
    expect(await answersOf(ana)).toMatchObject([
      { channel: 'sms', value: 5, comment: 'great help', subject_type: 'Ticket' },
    ]);
    expect(await messages(ana)).toEqual([]);
    const events = await database.query(
      'SELECT outcome, customer_id FROM channel_event WHERE channel_id = $1',
      [sms],
    );
    expect(events).toEqual([{ outcome: 'answer', customer_id: ana }]);
    // A second thought is another answer to the same question.
    await text(sms, '+40722111001', '4');
    expect(await answersOf(ana)).toMatchObject([{ value: 4, comment: 'great help' }]);
  });

  it('leaves anything else a message: words, a number off the scale, and a digit after we wrote again', async () => {
    await survey({});
    const sms = await number('twilio-sms');
    const ion = await solved('+40722111002');
    await ask();
    await text(sms, '+40722111002', '5 times I called you!');
    await text(sms, '+40722111002', '9');
    await database.transaction((tx) =>
      holdLetter(
        tx,
        {
          channel: 'sms',
          purpose: 'reply',
          subjectType: 'Nothing',
          subjectId: '00000000-0000-4000-8000-000000000001',
          customerId: ion,
          sourceRecordId: null,
          toAddress: '+40722111002',
          toName: 'Ion',
          subject: 'Re',
          body: 'How many do you need?',
          language: null,
          threadKey: 't',
          answersExternalId: null,
          authorId: null,
          authorName: 'Tom',
        },
        new Date(Date.now() + 1_000),
      ),
    );
    await text(sms, '+40722111002', '3');
    expect(await answersOf(ion)).toMatchObject([{ value: null }]);
    expect(await messages(ion)).toEqual(['5 times I called you!', '9', '3']);
  });

  it('takes STOP for what it is: no survey any more, on any channel', async () => {
    await survey({ restDays: 0 });
    const sms = await number('twilio-sms');
    const eva = await solved('+40722111003');
    await ask();
    await text(sms, '+40722111003', 'STOP');
    expect((await invitationOf(eva))?.left_at).toBeInstanceOf(Date);
    expect(
      await database.query('SELECT purpose, channel, state FROM consent_entry WHERE customer_id = $1', [eva]),
    ).toEqual([{ purpose: 'survey', channel: 'any', state: 'withdrawn' }]);
  });
});

describe('Where no channel leads', () => {
  it('nobody is asked, and the results say why: no letter waits for ever or lies dead', async () => {
    await survey({});
    const phoneOnly = await solved('+40722111004');
    layPost({ mail: false });
    const byMail = await solved('+40722111005', { channel: 'email', email: 'no-post@example.org' });
    await ask();
    for (const customerId of [phoneOnly, byMail])
      expect(await invitationOf(customerId)).toMatchObject({ state: 'silent', silence: 'no-way', via: null });
    expect(
      await database.query('SELECT 1 FROM letter WHERE customer_id = ANY($1)', [[phoneOnly, byMail]]),
    ).toEqual([]);
  });

  it('the question takes the next way that leads: by SMS where mail cannot leave, by mail where SMS is not there', async () => {
    await survey({});
    const both = await solved('+40722111006', { channel: 'sms', email: 'both@example.org' });
    await ask();
    expect(await invitationOf(both)).toMatchObject({ state: 'leaving', via: 'email' });
    layPost({ mail: false });
    await number('twilio-sms');
    const other = await solved('+40722111007', { channel: 'email', email: 'other@example.org' });
    await ask();
    expect(await invitationOf(other)).toMatchObject({ state: 'asked', via: 'sms' });
  });
});

describe('A question at the end of a call', () => {
  const call = (n: string, from: string, more: Record<string, string> = {}) => ({
    CallSid: `CA${n}`,
    From: from,
    To: '+390123456789',
    Direction: 'inbound',
    CallStatus: 'in-progress',
    ...more,
  });

  it('is asked in the caller’s language, answered with a key, and the answer hangs on that call', async () => {
    await survey({ occasion: 'call-ended', asksWhy: false });
    const phone = await number('twilio-phone');
    const lia = await solved('+40722111008', { language: 'it' });
    const asked = await twilio(phone, call('1', '+40722111008'), '?then=ask');
    expect(asked).toContain('<Say language="it-IT">Quanto è soddisfatto');
    expect(asked).toContain('Prema un tasto da 1, per niente, a 5, molto soddisfatto.');
    expect(asked).toContain(
      `numDigits="1" timeout="7" method="POST" action="https://crm.example/channels/${phone}?then=ask"`,
    );
    // Twilio asks again when it did not hear us: the same question, once.
    expect(await twilio(phone, call('1', '+40722111008'), '?then=ask')).toBe(asked);
    expect(await twilio(phone, call('1', '+40722111008', { Digits: '9' }), '?then=ask')).toContain(
      '&amp;again=1'.replace('&amp;', '&#38;'),
    );
    expect(await twilio(phone, call('1', '+40722111008', { Digits: '4' }), '?then=ask&again=1')).toContain(
      'Grazie!',
    );
    await twilio(
      phone,
      call('1', '+40722111008', { CallStatus: 'completed', CallDuration: '185', Timestamp: 'x' }),
    );
    const [interaction, ...others] = await database.query<{ id: string; duration_seconds: number }>(
      'SELECT id, duration_seconds FROM interaction WHERE customer_id = $1',
      [lia],
    );
    expect(others).toEqual([]);
    expect(interaction?.duration_seconds).toBe(185);
    expect(await answersOf(lia)).toEqual([
      { channel: 'phone', value: 4, comment: null, subject_type: 'Interaction', subject_id: interaction!.id },
    ]);
  });

  it('leaves whoever was asked lately in peace, by whichever channel that was, and it is counted', async () => {
    await survey({ occasion: 'call-ended', asksWhy: false });
    await survey({ name: 'By text' });
    const phone = await number('twilio-phone');
    await number('twilio-sms');
    const max = await solved('+40722111009');
    await ask();
    expect(await invitationOf(max)).toMatchObject({ state: 'asked', via: 'sms' });
    expect(await twilio(phone, call('2', '+40722111009'), '?then=ask')).toBe('<Response/>');
    expect(await invitationOf(max)).toMatchObject({
      state: 'silent',
      silence: 'asked-lately',
      subject_type: 'Interaction',
    });
  });

  it('counts keys that a machine of one’s own has asked for, and nothing where no survey asks', async () => {
    const phone = await number('twilio-phone');
    const una = await solved('+40722111010');
    expect(await twilio(phone, call('3', '+40722111010', { Digits: '2' }))).toBe('<Response/>');
    expect(await answersOf(una)).toEqual([]);
    await survey({ occasion: 'call-ended', asksWhy: false, instrument: 'nps' });
    expect(await twilio(phone, call('4', '+40722111010', { Digits: '10' }))).toContain('Thank you!');
    expect(await answersOf(una)).toMatchObject([{ channel: 'phone', value: 10 }]);
  });
});
