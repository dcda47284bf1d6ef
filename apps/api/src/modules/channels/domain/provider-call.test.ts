import { describe, expect, it } from 'vitest';
import type { ChannelProvider } from './channel.ts';
import { becameOf, providerCall, retryAfter } from './provider-call.ts';

const now = new Date('2026-03-02T09:00:00Z');
const letter = {
  id: 'L7',
  toAddress: '+40722000111',
  toName: 'Ana',
  body: 'On its way',
  language: 'ro',
  threadKey: 't',
};
const call = (provider: ChannelProvider, settings: Record<string, string>, api = 'https://api.example/') =>
  providerCall({ provider, address: '+390123456789', settings }, letter, {
    api,
    secret: (name) => (name === 'signingSecret' ? 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' : `the ${name}`),
    callback: 'https://ours.example/channels/c?letter=L7',
    now,
  });
const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

describe('A letter in a provider’s words', () => {
  it('is a form for Twilio, with the place where receipts go', () => {
    const said = call('twilio-whatsapp', { accountSid: 'AC1' });
    if (typeof said === 'string') throw new Error(said);
    expect(said.url).toBe('https://api.example/2010-04-01/Accounts/AC1/Messages.json');
    expect(Object.fromEntries(new URLSearchParams(said.body))).toEqual({
      To: 'whatsapp:+40722000111',
      From: 'whatsapp:+390123456789',
      Body: 'On its way',
      StatusCallback: 'https://ours.example/channels/c?letter=L7',
    });
    expect(Buffer.from(said.headers.authorization!.slice(6), 'base64').toString()).toBe('AC1:the authToken');
  });

  it('is JSON for Meta, and carries its own name along', () => {
    const said = call('meta-whatsapp', { phoneNumberId: '106' });
    if (typeof said === 'string') throw new Error(said);
    expect(said.url).toBe('https://api.example/106/messages');
    expect(JSON.parse(said.body)).toMatchObject({
      to: '40722000111',
      text: { body: 'On its way' },
      biz_opaque_callback_data: 'L7',
    });
    const page = call('meta-page', { pageId: 'P1' });
    if (typeof page === 'string') throw new Error(page);
    expect(JSON.parse(page.body)).toMatchObject({
      recipient: { id: '+40722000111' },
      messaging_type: 'RESPONSE',
    });
  });

  it('is signed for a system of one’s own, and goes nowhere when nobody said where', () => {
    const said = call('webhook', {});
    if (typeof said === 'string') throw new Error(said);
    expect(said.headers['webhook-id']).toBe('L7');
    expect(said.headers['webhook-signature']).toMatch(/^v1,/);
    expect(call('webhook', {}, '')).toBe('It is not said where messages of ours should go.');
  });
});

describe('What a provider answers', () => {
  it.each<[string, ChannelProvider, ReturnType<typeof answer>, object]>([
    [
      'taken by Twilio',
      'twilio-sms',
      answer(201, { sid: 'SM1', status: 'queued' }),
      { outcome: 'sent', externalId: 'SM1' },
    ],
    [
      'taken by WhatsApp',
      'meta-whatsapp',
      answer(200, { messages: [{ id: 'wamid.1' }] }),
      { outcome: 'sent', externalId: 'wamid.1' },
    ],
    [
      'taken by a page',
      'meta-page',
      answer(200, { recipient_id: '77', message_id: 'm1' }),
      { outcome: 'sent', externalId: 'm1' },
    ],
    ['taken without a word', 'webhook', answer(204, ''), { outcome: 'sent', externalId: 'L7' }],
    [
      'no such number',
      'twilio-sms',
      answer(400, { code: 21211, message: 'The To number is invalid' }),
      { outcome: 'failed', reason: 'Twilio 21211: this is no number that can be written to' },
    ],
    [
      'a wrong token',
      'twilio-sms',
      answer(401, { code: 20003, message: 'Authenticate' }),
      { outcome: 'failed', reason: 'Twilio 20003: Authenticate' },
    ],
    [
      'too often, for Twilio',
      'twilio-sms',
      answer(429, { code: 20429 }, { 'retry-after': '30' }),
      { outcome: 'later', after: new Date('2026-03-02T09:00:30Z') },
    ],
    [
      'too often, in the way of Meta',
      'meta-whatsapp',
      answer(400, { error: { code: 130429, message: 'Rate limit hit' } }),
      { outcome: 'later', reason: 'WhatsApp 130429: Rate limit hit' },
    ],
    [
      'outside the day',
      'meta-whatsapp',
      answer(400, { error: { code: 131047, message: 'Re-engagement' } }),
      { outcome: 'failed' },
    ],
    ['broken', 'meta-whatsapp', answer(503, '<html>'), { outcome: 'later', reason: 'WhatsApp answers 503' }],
    [
      'a page that moved',
      'webhook',
      answer(302, ''),
      { outcome: 'failed', reason: 'The other system answers 302' },
    ],
  ])('%s', (_, provider, told, carried) => {
    expect(becameOf(provider, told, letter, now)).toMatchObject(carried);
  });

  it('may ask us to wait, in seconds or until a date, a day at most', () => {
    expect(retryAfter('120', now)).toEqual(new Date('2026-03-02T09:02:00Z'));
    expect(retryAfter('Mon, 02 Mar 2026 09:05:00 GMT', now)).toEqual(new Date('2026-03-02T09:05:00Z'));
    expect(retryAfter('99999999', now)).toEqual(new Date('2026-03-03T09:00:00Z'));
    for (const odd of ['', 'soon', '-5', 'Mon, 02 Mar 2020 09:05:00 GMT', undefined])
      expect(retryAfter(odd, now)).toBeUndefined();
  });
});
