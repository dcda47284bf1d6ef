import type { MessageId } from '#lib/intl/words.ts';
import type { ChannelShown } from './channels.documents.ts';

/** Whose service a channel is. */
export type Provider = ChannelShown['provider'];

/** What each provider must be told, and what of it is secret; the same as the API asks for. */
export const providers: readonly {
  id: Provider;
  label: MessageId;
  hasNumber: boolean;
  settings: readonly string[];
  secrets: readonly string[];
}[] = [
  {
    id: 'TWILIO_SMS',
    label: 'channels.twilioSms',
    hasNumber: true,
    settings: ['accountSid'],
    secrets: ['authToken'],
  },
  {
    id: 'TWILIO_WHATSAPP',
    label: 'channels.twilioWhatsApp',
    hasNumber: true,
    settings: ['accountSid'],
    secrets: ['authToken'],
  },
  {
    id: 'TWILIO_PHONE',
    label: 'channels.twilioPhone',
    hasNumber: true,
    settings: ['accountSid'],
    secrets: ['authToken'],
  },
  {
    id: 'META_WHATSAPP',
    label: 'channels.metaWhatsApp',
    hasNumber: true,
    settings: ['phoneNumberId'],
    secrets: ['appSecret', 'verifyToken', 'accessToken'],
  },
  {
    id: 'META_PAGE',
    label: 'channels.metaPage',
    hasNumber: false,
    settings: ['pageId'],
    secrets: ['appSecret', 'verifyToken', 'accessToken'],
  },
  { id: 'WEBHOOK', label: 'channels.webhook', hasNumber: false, settings: [], secrets: [] },
];

/** How a channel is, in words. */
export const healthWords = {
  SILENT: 'channels.silent',
  WELL: 'channels.well',
  REFUSING: 'channels.refusing',
  FAILING: 'channels.failing',
} as const satisfies Record<string, MessageId>;

/** What became of what came, in words. */
export const outcomeWords = {
  TICKET: 'channels.outcomeTicket',
  MESSAGE: 'channels.outcomeMessage',
  ANSWER: 'channels.outcomeAnswer',
  CALL: 'channels.outcomeCall',
  MENTION: 'channels.outcomeMention',
  RECEIPT: 'channels.outcomeReceipt',
  NOTED: 'channels.outcomeNoted',
  UNREADABLE: 'channels.outcomeUnreadable',
} as const satisfies Record<string, MessageId>;

/** The names that providers themselves give to what they ask for: people look for exactly these words in their console. */
export const fieldNames: Record<string, string> = {
  accountSid: 'Account SID',
  authToken: 'Auth Token',
  phoneNumberId: 'Phone number ID',
  pageId: 'Page ID',
  appSecret: 'App Secret',
  verifyToken: 'Verify Token',
  accessToken: 'Access Token',
};
