import type { IncomingMessage, ServerResponse } from 'node:http';
import secureJson from 'secure-json-parse';
import { isId } from '#kernel/id';
import type { Subjects } from '#modules/intake';
import { type Database, isPassingTrouble } from '#platform/database';
import { type Route, readBody, sendJson, sendText } from '#platform/http';
import type { Vault } from '#platform/vault';
import { channelsById, noteRefusal } from './data/channels.ts';
import type { Arrival } from './domain/arrival.ts';
import type { Channel } from './domain/channel.ts';
import { isMetaSigned, metaHandshake, readMeta } from './domain/providers/meta.ts';
import { isTwilioSigned, readTwilio } from './domain/providers/twilio.ts';
import { twiml } from './domain/providers/twiml.ts';
import { isWebhookSigned, readWebhook } from './domain/providers/webhook.ts';
import { openSecret } from './secrets.ts';
import { takeArrival } from './take-arrival.ts';

/** What the addresses of channels need. */
export interface ChannelDoor {
  database: Database;
  subjects: Subjects;
  vault: Vault;
  /** The address by which providers call us: what Twilio signs begins with it. */
  address: string;
}

const bodyBytes = 1024 * 1024;
const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** `/channels/<id>`: where providers tell what came. A 2xx means that it is committed; one event that cannot be read holds no other up. */
export const channelRoutes = (door: ChannelDoor): Route[] => [
  {
    method: 'GET',
    path: '/channels/*',
    answer: (_, response, { path, search }) => shakeHands(door, response, path, search),
  },
  {
    method: 'POST',
    path: '/channels/*',
    answer: (request, response, { path, search }) => takeEvents(door, request, response, path, search),
  },
];

async function channelAt({ database }: ChannelDoor, path: string): Promise<Channel | null> {
  const id = /^\/channels\/([0-9a-f-]{36})$/i.exec(path)?.[1] ?? '';
  const [channel] = isId(id) ? await channelsById(database, [id.toLowerCase()]) : [null];
  return channel && !channel.removedAt ? channel : null;
}

async function shakeHands(door: ChannelDoor, response: ServerResponse, path: string, search: string) {
  const channel = await channelAt(door, path);
  const token = channel && openSecret(door.vault, channel, 'verifyToken');
  const challenge = token ? metaHandshake(search, token) : null;
  if (challenge === null || !/^[\w.-]{1,200}$/.test(challenge))
    return sendText(response, 403, 'text/plain', 'No.\n');
  sendText(response, 200, 'text/plain', challenge);
}

async function takeEvents(
  door: ChannelDoor,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  search: string,
): Promise<void> {
  const body = await readBody(request, { bytes: bodyBytes });
  response.setHeader('cache-control', 'no-store');
  const now = new Date();
  try {
    const channel = await channelAt(door, path);
    if (!channel) return refuse(response, 404, 'NOT_FOUND', 'There is no such channel.');
    if (!isSigned(door, channel, request, `${path}${search}`, body)) {
      await noteRefusal(door.database, channel.id, 'The signature is missing or wrong.', now);
      return refuse(response, 401, 'UNAUTHENTICATED', 'The signature is missing or wrong.');
    }
    const arrivals = read(channel, request, search, body, now);
    const results: { key: string; outcome: string }[] = [];
    let said = twiml(null, '');
    for (const { raw, ...told } of arrivals) {
      const arrival = told as Arrival;
      const taken = await takeArrival(door.database, door.subjects, channel, arrival, raw, now);
      results.push({ key: arrival.key, outcome: taken.outcome });
      if (arrival.type === 'keypad')
        said = twiml(
          taken.spoken,
          `${door.address}/channels/${channel.id}?then=ask${arrival.keys === null ? '' : '&again=1'}`,
        );
    }
    // Twilio reads an answer as instructions what to do with the call or message.
    if (channel.provider.startsWith('twilio')) return sendText(response, 200, 'text/xml', said);
    sendJson(response, 200, { results });
  } catch (error) {
    if (!isPassingTrouble(error)) throw error;
    response.setHeader('retry-after', '1');
    refuse(response, 503, 'TRY_AGAIN', 'Please send it again in a moment.');
  }
}

function isSigned(
  { vault, address }: ChannelDoor,
  channel: Channel,
  request: IncomingMessage,
  target: string,
  body: Buffer,
): boolean {
  if (channel.provider === 'webhook')
    return isWebhookSigned(
      openSecret(vault, channel, 'signingSecret') ?? '',
      {
        id: header(request, 'webhook-id'),
        timestamp: header(request, 'webhook-timestamp'),
        signature: header(request, 'webhook-signature'),
      },
      body,
    );
  if (channel.provider.startsWith('meta'))
    return isMetaSigned(
      openSecret(vault, channel, 'appSecret') ?? '',
      header(request, 'x-hub-signature-256'),
      body,
    );
  return isTwilioSigned(
    openSecret(vault, channel, 'authToken') ?? '',
    header(request, 'x-twilio-signature'),
    `${address}${target}`,
    body,
    header(request, 'content-type') ?? '',
  );
}

type Told = Arrival & { raw: string };

/** What PostgreSQL keeps of a text: everything but NUL. */
const storable = (text: string): string => text.replaceAll('\0', '\uFFFD');

function read(channel: Channel, request: IncomingMessage, search: string, body: Buffer, now: Date): Told[] {
  const whole = storable(body.toString('utf8'));
  const unread = (reason: string): Told[] => [
    {
      type: 'unreadable',
      key: header(request, 'webhook-id') ?? `unnamed ${now.toISOString()}`,
      at: now,
      reason,
      raw: whole,
    },
  ];
  if (channel.provider.startsWith('twilio'))
    return readTwilio(Buffer.from(whole), search, now).map((one) => ({ ...one, raw: whole }));
  let value: unknown;
  try {
    value = secureJson.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    return unread(`This is no JSON: ${(error as Error).message}`);
  }
  if (channel.provider === 'webhook')
    return readWebhook(value, header(request, 'webhook-id') ?? '', now).map((one) => ({
      ...one,
      raw: whole,
    }));
  const ourId = channel.settings[channel.provider === 'meta-page' ? 'pageId' : 'phoneNumberId'] ?? '';
  const arrivals = readMeta(value, ourId, now);
  return arrivals ? arrivals.map((one) => ({ ...one, raw: whole })) : unread('This is no delivery of Meta.');
}

const refuse = (response: ServerResponse, status: number, code: string, message: string): void =>
  sendJson(response, status, { errors: [{ message, extensions: { code } }] });
