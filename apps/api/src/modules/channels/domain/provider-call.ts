import { Webhook } from 'standardwebhooks';
import type { Carried, Letter } from '#modules/outbox';
import type { Channel, ChannelProvider } from './channel.ts';
import { twilioTrouble } from './providers/twilio.ts';

/** What is asked of a provider to carry a letter. */
export interface ProviderCall {
  url: string;
  headers: Record<string, string>;
  body: string;
}

const json = (value: unknown, headers: Record<string, string>) => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json', ...headers },
});

/** A letter in the provider's documented form; or why it cannot be written, in a sentence. */
export function providerCall(
  channel: Pick<Channel, 'provider' | 'address' | 'settings'>,
  letter: Pick<Letter, 'id' | 'toAddress' | 'toName' | 'body' | 'language' | 'threadKey'>,
  way: {
    api: string | null;
    secret: (name: string) => string | undefined;
    callback: string;
    now: Date;
    /** What a system of one's own is told that this is. */
    type?: 'letter' | 'review-answer';
  },
): ProviderCall | string {
  const { provider, address, settings } = channel;
  const api = way.api?.replace(/\/+$/, '');
  if (!api) return 'It is not said where messages of ours should go.';
  if (provider === 'webhook') {
    const secret = way.secret('signingSecret');
    if (!secret) return 'The signing secret is missing.';
    const body = JSON.stringify({
      type: way.type ?? 'letter',
      letterId: letter.id,
      to: letter.toAddress,
      toName: letter.toName,
      text: letter.body,
      language: letter.language,
    });
    return {
      url: api,
      body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': letter.id,
        'webhook-timestamp': String(Math.floor(way.now.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(letter.id, way.now, body),
      },
    };
  }
  if (provider.startsWith('twilio')) {
    const token = way.secret('authToken');
    const sid = settings.accountSid ?? '';
    if (!token) return 'The token of the account is missing.';
    const mark = provider === 'twilio-whatsapp' ? 'whatsapp:' : '';
    return {
      url: `${api}/2010-04-01/Accounts/${encodeURIComponent(sid)}/Messages.json`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}`,
      },
      body: new URLSearchParams({
        To: mark + letter.toAddress,
        From: mark + address,
        Body: letter.body,
        StatusCallback: way.callback,
      }).toString(),
    };
  }
  const token = way.secret('accessToken');
  if (!token) return 'The access token is missing.';
  const authorization = `Bearer ${token}`;
  if (provider === 'meta-whatsapp')
    return {
      url: `${api}/${encodeURIComponent(settings.phoneNumberId ?? '')}/messages`,
      ...json(
        {
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          to: letter.toAddress.replace(/^\+/, ''),
          type: 'text',
          text: { preview_url: false, body: letter.body },
          biz_opaque_callback_data: letter.id,
        },
        { authorization },
      ),
    };
  return {
    url: `${api}/${encodeURIComponent(settings.pageId ?? '')}/messages`,
    ...json(
      { recipient: { id: letter.toAddress }, messaging_type: 'RESPONSE', message: { text: letter.body } },
      { authorization },
    ),
  };
}

/** What a provider answered, as far as it can be read. */
export interface ProviderAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

const object = (body: Buffer): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

/** Until when `Retry-After` asks us to wait: seconds or a date, at most a day. */
export function retryAfter(told: string | string[] | undefined, now: Date): Date | undefined {
  const text = Array.isArray(told) ? told[0] : told;
  if (!text) return undefined;
  const at = /^\d+$/.test(text) ? now.getTime() + Number(text) * 1_000 : Date.parse(text);
  if (!Number.isFinite(at) || at <= now.getTime()) return undefined;
  return new Date(Math.min(at, now.getTime() + 24 * 3_600_000));
}

const nameOf: Record<ChannelProvider, string> = {
  'twilio-sms': 'Twilio',
  'twilio-whatsapp': 'Twilio',
  'twilio-phone': 'Twilio',
  'meta-whatsapp': 'WhatsApp',
  'meta-page': 'Meta',
  webhook: 'The other system',
};

/** Meta says with a number of its own, under status 400, that it was asked too often. */
const tooOften = new Set([4, 80_007, 130_429, 131_048, 131_056, 613]);

/** What became of a letter by what its provider answered: 429 and 5xx pass, any other refusal is for good. */
export function becameOf(
  provider: ChannelProvider,
  answer: ProviderAnswer,
  letter: Pick<Letter, 'id'>,
  now: Date,
): Carried {
  const { status } = answer;
  const told = object(answer.body);
  if (status >= 200 && status < 300) {
    const [message] = (told.messages as { id?: unknown }[] | undefined) ?? [];
    const externalId = [told.sid, message?.id, told.message_id].find((one) => typeof one === 'string');
    return { outcome: 'sent', externalId: (externalId as string | undefined) ?? letter.id };
  }
  const error = (told.error ?? {}) as {
    code?: unknown;
    message?: unknown;
    error_data?: { details?: unknown };
  };
  const code = provider.startsWith('twilio') ? told.code : error.code;
  const words = provider.startsWith('twilio') ? told.message : (error.error_data?.details ?? error.message);
  const reason = provider.startsWith('twilio')
    ? twilioTrouble(
        code === undefined ? null : String(code),
        typeof words === 'string' ? words : `HTTP ${status}`,
      )
    : [`${nameOf[provider]} ${code ?? `answers ${status}`}`, typeof words === 'string' ? words : null]
        .filter(Boolean)
        .join(': ');
  const passing = status === 429 || status >= 500 || status === 408 || tooOften.has(Number(code));
  if (!passing) return { outcome: 'failed', reason: reason.slice(0, 500) };
  const after = retryAfter(answer.headers['retry-after'], now);
  return { outcome: 'later', reason: reason.slice(0, 500), ...(after ? { after } : {}) };
}
