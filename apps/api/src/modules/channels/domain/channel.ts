import { z } from 'zod';
import { cleanText, word } from '#modules/house';

/** Whose service a channel is, and which of its ways. */
export const channelProviders = [
  'twilio-sms',
  'twilio-whatsapp',
  'twilio-phone',
  'meta-whatsapp',
  'meta-page',
  'webhook',
] as const;
export type ChannelProvider = (typeof channelProviders)[number];

/** The word of letters and tickets for what comes and goes this way. */
export const wayOf: Record<ChannelProvider, string> = {
  'twilio-sms': 'sms',
  'twilio-whatsapp': 'whatsapp',
  'twilio-phone': 'phone',
  'meta-whatsapp': 'whatsapp',
  'meta-page': 'messenger',
  webhook: 'webhook',
};

/** Ways by which letters of ours leave through a channel that somebody added. */
export const letterWays = ['sms', 'whatsapp', 'messenger', 'webhook'] as const;

/** Which secrets each provider needs: what is signed with, and what we show when we call it. */
export const secretNames: Record<ChannelProvider, readonly string[]> = {
  'twilio-sms': ['authToken'],
  'twilio-whatsapp': ['authToken'],
  'twilio-phone': ['authToken'],
  'meta-whatsapp': ['appSecret', 'verifyToken', 'accessToken'],
  'meta-page': ['appSecret', 'verifyToken', 'accessToken'],
  webhook: ['signingSecret'],
};

/** What else each provider needs to be told: whose account, which number, which page. */
export const settingNames: Record<ChannelProvider, readonly string[]> = {
  'twilio-sms': ['accountSid'],
  'twilio-whatsapp': ['accountSid'],
  'twilio-phone': ['accountSid'],
  'meta-whatsapp': ['phoneNumberId'],
  'meta-page': ['pageId'],
  webhook: [],
};

/** Where a provider's API is, unless somebody says otherwise; a webhook of one's own has none until it is told. */
export const usualApi: Record<ChannelProvider, string | null> = {
  'twilio-sms': 'https://api.twilio.com',
  'twilio-whatsapp': 'https://api.twilio.com',
  'twilio-phone': 'https://api.twilio.com',
  'meta-whatsapp': 'https://graph.facebook.com/v21.0',
  'meta-page': 'https://graph.facebook.com/v21.0',
  webhook: null,
};

/** A way in and out that somebody added: a number, a page, a system of their own. */
export interface Channel {
  id: string;
  provider: ChannelProvider;
  name: string;
  /** Our own side: a number (E.164), a page, or nothing. */
  address: string;
  settings: Record<string, string>;
  /** Each closed by the vault. They are written and used, never read back by people. */
  secrets: Record<string, string>;
  sourceId: string;
  createdAt: Date;
  removedAt: Date | null;
  /** The newest thing that came with a good signature. */
  lastEventAt: Date | null;
  /** How often something came that was not signed as it should be, and when last. */
  refusals: number;
  lastRefusedAt: Date | null;
  lastRefusal: string | null;
}

/** What somebody wants kept as a channel. Secrets that are missing stay as they are. */
export const channelWish = z.strictObject({
  provider: z.enum(channelProviders),
  name: word(120),
  address: z.string().max(200).transform(cleanText).default(''),
  settings: z.record(z.string().max(60), z.string().trim().max(500)).default({}),
  secrets: z.record(z.string().max(60), z.string().trim().min(1).max(2_000)).default({}),
});
export type ChannelWish = z.output<typeof channelWish>;

/** Why something about a channel was not done. */
export interface ChannelRefusal {
  code:
    | 'NOT_FOUND'
    | 'BAD_CHANNEL'
    | 'FORBIDDEN_ADDRESS'
    | 'NOT_FAILED'
    | 'NO_PROOF'
    | 'NO_SUCH_DAY'
    | 'TOO_LARGE';
  message: string;
  field: string | null;
}

const refusal = (message: string, field: string): ChannelRefusal => ({
  code: 'BAD_CHANNEL',
  message,
  field,
});

/** What is wrong with a channel as somebody wants it; `null` when nothing is. `kept` are the names of secrets that it has already. */
export function troubleOf(wish: ChannelWish, kept: readonly string[]): ChannelRefusal | null {
  const { provider, settings, secrets } = wish;
  const strange = Object.keys(settings).find(
    (name) => name !== 'api' && !settingNames[provider].includes(name),
  );
  if (strange) return refusal(`${strange} is nothing that this provider asks for.`, 'settings');
  const missing = settingNames[provider].find((name) => !settings[name]);
  if (missing) return refusal(`${missing} is missing.`, missing);
  if (Object.keys(secrets).some((name) => !secretNames[provider].includes(name)))
    return refusal('There is a secret that this provider does not ask for.', 'secrets');
  // A signing secret of ours is drawn here when nobody brings one.
  const lacking = secretNames[provider].find(
    (name) => name !== 'signingSecret' && !secrets[name] && !kept.includes(name),
  );
  if (lacking) return refusal(`${lacking} is missing.`, lacking);
  if (/^(twilio|meta-whatsapp)/.test(provider) && !/^\+[1-9]\d{5,14}$/.test(wish.address))
    return refusal('The number must be written with its country, as +390123456789.', 'address');
  if (secrets.signingSecret && !/^whsec_[A-Za-z0-9+/]{24,}={0,2}$/.test(secrets.signingSecret))
    return refusal('A signing secret begins with whsec_ (Standard Webhooks).', 'signingSecret');
  return null;
}

/** How a channel is: `silent` nothing came yet, `refusing` what came last was not signed as it should be, `failing` letters lie dead. */
export type ChannelHealth = 'silent' | 'well' | 'refusing' | 'failing';

/** How a channel is, by what happened last. */
export function healthOf(
  { lastEventAt, lastRefusedAt }: Pick<Channel, 'lastEventAt' | 'lastRefusedAt'>,
  deadLetters: number,
): ChannelHealth {
  if (lastRefusedAt && (!lastEventAt || lastRefusedAt > lastEventAt)) return 'refusing';
  if (deadLetters > 0) return 'failing';
  return lastEventAt ? 'well' : 'silent';
}
