import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type Arrival, type Peer, phoneOf, type RemoteFile } from '../arrival.ts';

const same = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/**
 * Whether Twilio signed this: HMAC-SHA1 with the account's token over the address it called and the posted fields, sorted by name
 * (https://www.twilio.com/docs/usage/security). A body that is no form is bound by its SHA-256 in the address.
 */
export function isTwilioSigned(
  token: string,
  signature: string | undefined,
  url: string,
  body: Buffer,
  contentType: string,
): boolean {
  if (!signature) return false;
  let signed = url;
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const fields = [...new URLSearchParams(body.toString('utf8'))];
    signed += fields
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, value]) => name + value)
      .join('');
  } else {
    const told = new URL(url).searchParams.get('bodySHA256') ?? '';
    if (!same(createHash('sha256').update(body).digest('hex'), told.toLowerCase())) return false;
  }
  return same(createHmac('sha1', token).update(signed).digest('base64'), signature);
}

const receiptStates: Record<string, 'sent' | 'delivered' | 'read' | 'failed'> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
};

/** What the commonest error numbers of Twilio mean (https://www.twilio.com/docs/api/errors). */
const errors: Record<string, string> = {
  '21211': 'this is no number that can be written to',
  '21408': 'messages to this country are not allowed in the account',
  '21610': 'the customer asked to get no more messages from this number (STOP)',
  '21614': 'this number gets no text messages',
  '30003': 'the telephone cannot be reached',
  '30004': 'the message was blocked',
  '30005': 'there is no such number, or not any more',
  '30006': 'a landline, or a network that takes no messages',
  '30007': 'a filter of the network took it for spam',
  '63016': 'more than 24 hours since the customer wrote: WhatsApp takes only approved templates',
};

/** An error of Twilio in a sentence. */
export const twilioTrouble = (code: string | null | undefined, message?: string | null): string =>
  [code ? `Twilio ${code}` : 'Twilio', (code && errors[code]) || message].filter(Boolean).join(': ');

const ended = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled']);

/** What a form that Twilio posted says (messages, status callbacks, calls, recordings and transcriptions). */
export function readTwilio(body: Buffer, search: string, now: Date): Arrival[] {
  const form = new URLSearchParams(body.toString('utf8'));
  const told = (name: string) => form.get(name)?.trim() || undefined;
  const asked = new URLSearchParams(search);
  const call = told('CallSid');
  if (call) return [readCall(call, told, asked, now)];
  const sid = told('MessageSid') ?? told('SmsSid');
  if (!sid)
    return [
      {
        type: 'unreadable',
        key: `unnamed ${now.toISOString()}`,
        at: now,
        reason: 'It has no MessageSid and no CallSid.',
      },
    ];
  const status = told('MessageStatus') ?? (told('SmsStatus') === 'received' ? undefined : told('SmsStatus'));
  if (status) {
    const state = receiptStates[status];
    if (!state)
      return [{ type: 'noted', key: `${sid} ${status}`, at: now, reason: `A message of ours is ${status}.` }];
    return [
      {
        type: 'receipt',
        key: `${sid} ${status}`,
        at: now,
        externalId: sid,
        letterId: asked.get('letter'),
        state,
        reason: state === 'failed' ? twilioTrouble(told('ErrorCode'), told('ErrorMessage')) : null,
      },
    ];
  }
  const from = told('From');
  const files: RemoteFile[] = [];
  for (let n = 0; n < Math.min(Number(told('NumMedia') ?? 0), 10); n += 1) {
    const at = told(`MediaUrl${n}`);
    if (at) files.push({ at, type: told(`MediaContentType${n}`) ?? null, name: null });
  }
  const text = form.get('Body') ?? '';
  const phone = phoneOf(from);
  if (!from || (!text.trim() && files.length === 0))
    return [
      {
        type: 'unreadable',
        key: sid,
        at: now,
        reason: from ? 'It says nothing.' : 'It does not say who wrote it.',
      },
    ];
  const name = told('ProfileName');
  const peer: Peer = {
    ...(phone ? { phone } : { handle: { kind: 'sms', value: from } }),
    ...(name ? { name } : {}),
  };
  return [{ type: 'words', key: sid, at: now, peer, text, files }];
}

function readCall(
  callKey: string,
  told: (name: string) => string | undefined,
  asked: URLSearchParams,
  now: Date,
): Arrival {
  const direction = told('Direction')?.startsWith('outbound') ? 'outbound' : 'inbound';
  const other = direction === 'inbound' ? (told('From') ?? told('Caller')) : (told('To') ?? told('Called'));
  const phone = phoneOf(other);
  const peer: Peer = phone ? { phone } : {};
  // `<Gather>` says what was pressed; our own address with `then=ask` is where a call is led when the talking is over.
  // `<Record>` also tells which key ended it: that is a voicemail.
  const keys = told('RecordingSid') || told('RecordingUrl') ? undefined : told('Digits')?.replace(/#$/, '');
  if (keys !== undefined || asked.get('then') === 'ask') {
    const isAgain = asked.get('again') === '1';
    return {
      type: 'keypad',
      key: `${callKey} keypad${isAgain ? ' again' : ''} ${keys ?? ''}`.trim(),
      at: now,
      peer,
      callKey,
      direction,
      keys: keys ?? null,
      isAgain,
    };
  }
  const seconds = (name: string) =>
    told(name) && Number.isFinite(Number(told(name))) ? Math.max(0, Math.round(Number(told(name)))) : null;
  const recording = told('RecordingUrl') ?? null;
  const transcript = told('TranscriptionText') ?? null;
  const recordingSid = told('RecordingSid');
  if (told('TranscriptionSid') || told('TranscriptionStatus'))
    return {
      type: 'voicemail',
      key: `${recordingSid ?? callKey} transcribed`,
      at: now,
      peer,
      callKey,
      seconds: seconds('RecordingDuration'),
      transcript,
      recording,
    };
  if (recordingSid) {
    if (told('RecordingStatus') && told('RecordingStatus') !== 'completed')
      return {
        type: 'noted',
        key: `${recordingSid} ${told('RecordingStatus')}`,
        at: now,
        reason: 'There is no recording.',
      };
    // What `<Record>` left is somebody speaking to us alone; a recording of a call comes with its status.
    if (!told('RecordingStatus'))
      return {
        type: 'voicemail',
        key: recordingSid,
        at: now,
        peer,
        callKey,
        seconds: seconds('RecordingDuration'),
        transcript,
        recording,
      };
    return {
      type: 'call',
      key: recordingSid,
      at: now,
      peer,
      callKey,
      direction,
      outcome: 'recorded',
      seconds: seconds('RecordingDuration'),
      recording,
    };
  }
  const status = told('CallStatus') ?? '';
  if (!ended.has(status))
    return {
      type: 'noted',
      key: `${callKey} ${status}`,
      at: now,
      reason: `A call is ${status || 'under way'}.`,
    };
  return {
    type: 'call',
    key: `${callKey} ${status}`,
    at: now,
    peer,
    callKey,
    direction,
    outcome: status,
    seconds: seconds('CallDuration'),
    recording,
  };
}
