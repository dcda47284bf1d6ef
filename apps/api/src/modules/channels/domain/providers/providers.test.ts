import { createHash, createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { isMetaSigned, metaHandshake, readMeta } from './meta.ts';
import { isTwilioSigned, readTwilio } from './twilio.ts';
import { isWebhookSigned, readWebhook } from './webhook.ts';

const now = new Date('2026-03-02T09:00:00Z');
const form = (fields: Record<string, string>) => Buffer.from(new URLSearchParams(fields).toString());
const formType = 'application/x-www-form-urlencoded; charset=utf-8';

describe('Twilio', () => {
  // The worked example of Twilio's own page on security.
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const body = form({
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  });
  const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';

  it('is believed by its signature over address and fields, and by nothing less', () => {
    expect(isTwilioSigned('12345', signature, url, body, formType)).toBe(true);
    expect(isTwilioSigned('12346', signature, url, body, formType)).toBe(false);
    expect(isTwilioSigned('12345', signature, `${url}&baz=3`, body, formType)).toBe(false);
    expect(isTwilioSigned('12345', signature, url, form({ CallSid: 'CA1', Digits: '9' }), formType)).toBe(
      false,
    );
    expect(isTwilioSigned('12345', undefined, url, body, formType)).toBe(false);
    expect(isTwilioSigned('12345', '', url, body, formType)).toBe(false);
  });

  it('binds a body that is no form by its hash in the address', () => {
    const json = Buffer.from('{"a":1}');
    const bound = `${url}&bodySHA256=${createHash('sha256').update(json).digest('hex')}`;
    const signed = createHmac('sha1', '12345').update(bound).digest('base64');
    expect(isTwilioSigned('12345', signed, bound, json, 'application/json')).toBe(true);
    expect(isTwilioSigned('12345', signed, bound, Buffer.from('{"a":2}'), 'application/json')).toBe(false);
    const unbound = createHmac('sha1', '12345').update(url).digest('base64');
    expect(isTwilioSigned('12345', unbound, url, json, 'application/json')).toBe(false);
  });

  it.each([
    [
      'a text message with two pictures',
      {
        MessageSid: 'SM1',
        SmsStatus: 'received',
        From: '+40722000111',
        To: '+390123456789',
        Body: 'It loops',
        NumMedia: '2',
        MediaUrl0: 'https://api.example/0',
        MediaContentType0: 'image/jpeg',
        MediaUrl1: 'https://api.example/1',
      },
      {
        type: 'words',
        key: 'SM1',
        peer: { phone: '+40722000111' },
        text: 'It loops',
        files: [
          { at: 'https://api.example/0', type: 'image/jpeg', name: null },
          { at: 'https://api.example/1', type: null, name: null },
        ],
      },
    ],
    [
      'a message of WhatsApp',
      { MessageSid: 'SM2', From: 'whatsapp:+40722000111', Body: 'Hi', ProfileName: 'Ana 🌸' },
      { type: 'words', peer: { phone: '+40722000111', name: 'Ana 🌸' } },
    ],
    [
      'a message from a short code',
      { MessageSid: 'SM3', From: '40404', Body: 'Code 7' },
      { type: 'words', peer: { handle: { kind: 'sms', value: '40404' } } },
    ],
    [
      'an empty message',
      { MessageSid: 'SM4', From: '+40722000111', Body: '  ' },
      { type: 'unreadable', key: 'SM4' },
    ],
    ['a form without any id', { Hello: 'world' }, { type: 'unreadable' }],
    [
      'a receipt',
      { MessageSid: 'SM5', MessageStatus: 'delivered' },
      { type: 'receipt', key: 'SM5 delivered', state: 'delivered', letterId: 'L7', externalId: 'SM5' },
    ],
    [
      'a receipt of failure',
      { MessageSid: 'SM5', MessageStatus: 'undelivered', ErrorCode: '30005' },
      { type: 'receipt', state: 'failed', reason: 'Twilio 30005: there is no such number, or not any more' },
    ],
    ['a receipt of no consequence', { MessageSid: 'SM5', MessageStatus: 'queued' }, { type: 'noted' }],
    [
      'a call that ended',
      {
        CallSid: 'CA1',
        CallStatus: 'completed',
        CallDuration: '184',
        Direction: 'inbound',
        From: '+40722000111',
      },
      {
        type: 'call',
        key: 'CA1 completed',
        callKey: 'CA1',
        direction: 'inbound',
        outcome: 'completed',
        seconds: 184,
        peer: { phone: '+40722000111' },
      },
    ],
    [
      'a call of ours that nobody took',
      {
        CallSid: 'CA2',
        CallStatus: 'no-answer',
        Direction: 'outbound-api',
        From: '+390123456789',
        To: '+40722000111',
      },
      {
        type: 'call',
        direction: 'outbound',
        outcome: 'no-answer',
        seconds: null,
        peer: { phone: '+40722000111' },
      },
    ],
    ['a call that rings', { CallSid: 'CA3', CallStatus: 'ringing' }, { type: 'noted' }],
    [
      'a call of a withheld number',
      { CallSid: 'CA4', CallStatus: 'completed', Direction: 'inbound', From: 'anonymous' },
      { type: 'call', peer: {} },
    ],
    [
      'a recording of a call',
      {
        CallSid: 'CA1',
        RecordingSid: 'RE1',
        RecordingStatus: 'completed',
        RecordingUrl: 'https://api.example/RE1',
        RecordingDuration: '180',
      },
      { type: 'call', callKey: 'CA1', outcome: 'recorded', recording: 'https://api.example/RE1' },
    ],
    [
      'a voicemail',
      {
        CallSid: 'CA5',
        CallStatus: 'completed',
        RecordingSid: 'RE2',
        RecordingUrl: 'https://api.example/RE2',
        RecordingDuration: '23',
        Direction: 'inbound',
        From: '+40722000111',
      },
      { type: 'voicemail', key: 'RE2', seconds: 23, transcript: null },
    ],
    [
      'its transcription',
      {
        CallSid: 'CA5',
        TranscriptionSid: 'TR1',
        TranscriptionStatus: 'completed',
        TranscriptionText: 'Please call me back.',
        RecordingSid: 'RE2',
        From: '+40722000111',
      },
      { type: 'voicemail', key: 'RE2 transcribed', transcript: 'Please call me back.' },
    ],
  ])('tells of %s', (_, fields, arrival) => {
    expect(readTwilio(form(fields), '?letter=L7', now)).toMatchObject([arrival]);
  });
});

describe('Meta', () => {
  it('is believed by the HMAC of the bytes as they came', () => {
    const body = Buffer.from('{"object":"page","note":"\\u00e4"}');
    const signed = `sha256=${createHmac('sha256', 'app secret').update(body).digest('hex')}`;
    expect(isMetaSigned('app secret', signed, body)).toBe(true);
    expect(isMetaSigned('app secret', signed, Buffer.from('{"object":"page","note":"ä"}'))).toBe(false);
    for (const wrong of [
      undefined,
      '',
      'sha256=',
      'sha256=00',
      signed.replace('sha256', 'sha1'),
      `${signed}00`,
    ])
      expect(isMetaSigned('app secret', wrong, body)).toBe(false);
  });

  it('gets its own word back when it knows ours', () => {
    const asked = '?hub.mode=subscribe&hub.verify_token=ours&hub.challenge=1158201444';
    expect(metaHandshake(asked, 'ours')).toBe('1158201444');
    expect(metaHandshake(asked, 'other')).toBeNull();
    expect(metaHandshake('?hub.verify_token=ours&hub.challenge=1', 'ours')).toBeNull();
  });

  const whatsApp = (value: object) => ({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: 'WABA',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '390123456789', phone_number_id: '106' },
              ...value,
            },
          },
        ],
      },
    ],
  });

  it('tells of messages and of what became of ours, of this number alone', () => {
    const told = whatsApp({
      contacts: [{ profile: { name: 'Ana' }, wa_id: '40722000111' }],
      messages: [
        {
          from: '40722000111',
          id: 'wamid.1',
          timestamp: '1772438400',
          type: 'text',
          text: { body: 'It loops' },
        },
        {
          from: '40722000111',
          id: 'wamid.2',
          timestamp: '1772438401',
          type: 'image',
          image: { id: 'M7', mime_type: 'image/jpeg', caption: 'See' },
        },
        {
          from: '40722000111',
          id: 'wamid.3',
          timestamp: '1772438402',
          type: 'reaction',
          reaction: { emoji: '👍' },
        },
        { from: '40722000111', id: 'wamid.4', timestamp: '1772438403', type: 'unsupported' },
        { from: '40722000111', type: 'text' },
      ],
      statuses: [
        {
          id: 'wamid.9',
          status: 'read',
          timestamp: '1772438404',
          recipient_id: '40722000111',
          biz_opaque_callback_data: 'L7',
        },
        {
          id: 'wamid.8',
          status: 'failed',
          timestamp: '1772438404',
          errors: [{ code: 131047, title: 'Re-engagement message' }],
        },
      ],
    });
    expect(readMeta(told, '106', now)).toMatchObject([
      {
        type: 'words',
        key: 'wamid.1',
        text: 'It loops',
        peer: { phone: '+40722000111', name: 'Ana' },
        at: new Date('2026-03-02T08:00:00Z'),
      },
      { type: 'words', key: 'wamid.2', text: 'See', files: [{ at: 'M7', type: 'image/jpeg' }] },
      { type: 'noted', key: 'wamid.3' },
      { type: 'unreadable', key: 'wamid.4' },
      { type: 'unreadable' },
      { type: 'receipt', externalId: 'wamid.9', letterId: 'L7', state: 'read' },
      { type: 'receipt', state: 'failed', reason: expect.stringContaining('24 hours') },
    ]);
    expect(readMeta(told, '107', now)).toEqual([]);
  });

  it('tells of what is written to a page, and about it in public', () => {
    const told = {
      object: 'page',
      entry: [
        {
          id: 'P1',
          messaging: [
            {
              sender: { id: '77' },
              recipient: { id: 'P1' },
              timestamp: 1772438400000,
              message: { mid: 'm1', text: 'Are you open?' },
            },
            {
              sender: { id: 'P1' },
              timestamp: 1772438400000,
              message: { mid: 'm2', text: 'Yes', is_echo: true },
            },
            { sender: { id: '77' }, delivery: { mids: ['m2'] } },
          ],
          changes: [
            {
              field: 'feed',
              value: {
                item: 'comment',
                verb: 'add',
                comment_id: 'c1',
                from: { id: '78', name: 'Bo' },
                message: 'Never again',
                permalink_url: 'https://facebook.example/c1',
              },
            },
            { field: 'feed', value: { item: 'like', verb: 'add' } },
            {
              field: 'ratings',
              value: {
                open_graph_story_id: 's1',
                review_text: 'Lovely',
                recommendation_type: 'positive',
                reviewer_id: '79',
                reviewer_name: 'Cy',
              },
            },
          ],
        },
        { id: 'P2', messaging: [{ sender: { id: '77' }, message: { mid: 'm9', text: 'To another page' } }] },
      ],
    };
    expect(readMeta(told, 'P1', now)).toMatchObject([
      {
        type: 'words',
        key: 'm1',
        peer: { handle: { kind: 'messenger', value: '77' } },
        text: 'Are you open?',
      },
      { type: 'noted', key: 'm2 echo' },
      { type: 'receipt', externalId: 'm2', state: 'delivered' },
      { type: 'mention', key: 'mention c1', text: 'Never again', peer: { name: 'Bo' }, rating: null },
      { type: 'mention', key: 'mention s1', rating: 5 },
    ]);
  });

  it('is not asked to make sense of what is none of its deliveries', () => {
    for (const other of [null, 7, [], {}, { object: 'user', entry: [] }, { object: 'page' }])
      expect(readMeta(other, 'P1', now)).toBeNull();
  });
});

describe('A system of one’s own', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const signed = (body: string, at: Date, id = 'msg_1') => ({
    id,
    timestamp: String(Math.floor(at.getTime() / 1_000)),
    signature: new Webhook(secret).sign(id, at, body),
  });

  it('is believed for five minutes, for these bytes, under this id', () => {
    const body = '{"type":"message"}';
    const headers = signed(body, new Date());
    expect(isWebhookSigned(secret, headers, Buffer.from(body))).toBe(true);
    expect(isWebhookSigned(secret, headers, Buffer.from(`${body} `))).toBe(false);
    expect(isWebhookSigned(secret, { ...headers, id: 'msg_2' }, Buffer.from(body))).toBe(false);
    const minutes = (n: number) => signed(body, new Date(Date.now() + n * 60_000));
    expect(isWebhookSigned(secret, minutes(-6), Buffer.from(body))).toBe(false);
    expect(isWebhookSigned(secret, minutes(6), Buffer.from(body))).toBe(false);
    expect(isWebhookSigned(secret, { ...headers, signature: undefined }, Buffer.from(body))).toBe(false);
  });

  it('says who wrote what, and where it goes on', () => {
    const told = {
      type: 'message',
      id: '7',
      from: { handle: 'ana', name: 'Ana' },
      channel: 'telegram',
      conversation: 'c1',
      text: 'Hi',
    };
    expect(readWebhook(told, 'msg_1', now)).toMatchObject([
      {
        type: 'words',
        key: '7',
        peer: { handle: { kind: 'telegram', value: 'ana' } },
        conversation: 'c1',
        way: 'telegram',
      },
    ]);
    expect(readWebhook({ ...told, from: {} }, 'msg_1', now)).toMatchObject([
      { type: 'unreadable', key: 'msg_1' },
    ]);
    expect(readWebhook({ ...told, from: { phone: 'call me' } }, 'msg_1', now)).toMatchObject([
      { type: 'unreadable' },
    ]);
    expect(readWebhook({ ...told, more: 1 }, 'msg_1', now)).toMatchObject([{ type: 'unreadable' }]);
    expect(readWebhook({ type: 'receipt', letterId: 'L7', state: 'read' }, 'msg_1', now)).toMatchObject([
      { type: 'receipt', letterId: 'L7', state: 'read' },
    ]);
  });
});
