import type { Carried, Carrier, Letter } from '#modules/outbox';
import type { Database, Db } from '#platform/database';
import { type Egress, ForbiddenAddress, type OutsideAnswer } from '#platform/egress';
import type { Vault } from '#platform/vault';
import { channelsOfSources, channelToward, noteWritten } from './data/channels.ts';
import { type Channel, channelProviders, letterWays, usualApi, wayOf } from './domain/channel.ts';
import { writingRoom } from './domain/conversation.ts';
import { becameOf, type ProviderCall, providerCall } from './domain/provider-call.ts';
import { answeringProviders, reviewCall } from './domain/review-call.ts';
import { openSecret } from './secrets.ts';

/** The word of letters that answer what was said in front of others. */
export const reviewWay = 'review';

/** What calls providers. */
export interface Carrying {
  database: Database;
  vault: Vault;
  egress: Egress;
  /** The address by which providers call us back with receipts. */
  address: string;
}

/** Asks a provider; what stands in the way is passing, except an address that we do not call. */
async function ask(egress: Egress, { url, headers, body }: ProviderCall): Promise<OutsideAnswer | Carried> {
  try {
    return await egress.ask(url, { method: 'POST', headers, body });
  } catch (error) {
    const reason = (error as Error).message;
    return { outcome: error instanceof ForbiddenAddress ? 'failed' : 'later', reason };
  }
}

/** Whether a channel could carry a letter now, asked of the provider without sending anything; `null` when it could, else why not. */
export async function testChannel(
  { egress, vault }: Pick<Carrying, 'egress' | 'vault'>,
  channel: Channel,
): Promise<string | null> {
  const api = channel.settings.api ?? usualApi[channel.provider];
  if (!api) return null;
  const twilio = channel.provider.startsWith('twilio');
  const secret = openSecret(
    vault,
    channel,
    twilio ? 'authToken' : channel.provider === 'webhook' ? 'signingSecret' : 'accessToken',
  );
  if (!secret) return 'The secret is missing, or was kept with another key.';
  if (channel.provider === 'webhook') return null;
  const id =
    channel.settings[twilio ? 'accountSid' : channel.provider === 'meta-page' ? 'pageId' : 'phoneNumberId'] ??
    '';
  try {
    const answer = await egress.ask(
      twilio
        ? `${api}/2010-04-01/Accounts/${encodeURIComponent(id)}.json`
        : `${api}/${encodeURIComponent(id)}`,
      {
        headers: {
          authorization: twilio
            ? `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
            : `Bearer ${secret}`,
        },
      },
    );
    return answer.status < 300 ? null : `The provider answers ${answer.status}.`;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * The carriers of all ways that go through channels people added. Which channel takes a letter: the one they last wrote by; an answer to a review
 * goes by the one that told of it.
 */
export const providerCarriers = (carrying: Carrying): Carrier[] => [
  ...letterWays.map((way) => ({ channel: way, carry: (letter: Letter) => carry(carrying, way, letter) })),
  { channel: reviewWay, carry: (letter) => carryReviewAnswer(carrying, letter) },
];

/** The channel by which answers of ours reach what each of these sources told of; `null` where there is none. */
export const answeringChannels = async (db: Db, sourceIds: readonly string[]): Promise<(string | null)[]> =>
  (await channelsOfSources(db, answeringProviders, sourceIds)).map((channel) =>
    channel && (channel.settings.api ?? usualApi[channel.provider]) ? channel.name : null,
  );

async function carryReviewAnswer(
  { database, vault, egress, address }: Carrying,
  letter: Letter,
): Promise<Carried> {
  const [channel] = await channelsOfSources(database, answeringProviders, [letter.threadKey]);
  if (!channel) return { outcome: 'failed', reason: 'The channel that told of it is not there any more.' };
  const call = reviewCall(channel, letter, {
    api: channel.settings.api ?? usualApi[channel.provider],
    secret: (name) => openSecret(vault, channel, name),
    callback: `${address}/channels/${channel.id}?letter=${letter.id}`,
    now: new Date(),
  });
  if (typeof call === 'string') return { outcome: 'failed', reason: call };
  const answer = await ask(egress, call);
  return 'outcome' in answer ? answer : becameOf(channel.provider, answer, letter, new Date());
}

async function carry(carrying: Carrying, way: string, letter: Letter): Promise<Carried> {
  const { database, vault, egress } = carrying;
  const providers = channelProviders.filter((one) => wayOf[one] === way);
  const toward = await channelToward(database, providers, letter.toAddress);
  if (!toward) return { outcome: 'failed', reason: `No channel for ${way} is set up.` };
  const { channel, lastInAt } = toward;
  const room = writingRoom(way, channel.provider, lastInAt);
  if (room.openUntil && room.openUntil <= new Date())
    return {
      outcome: 'failed',
      reason: 'More than 24 hours since the customer wrote: only approved templates are taken.',
    };
  const call = providerCall(channel, letter, {
    api: channel.settings.api ?? usualApi[channel.provider],
    secret: (name) => openSecret(vault, channel, name),
    callback: `${carrying.address}/channels/${channel.id}?letter=${letter.id}`,
    now: new Date(),
  });
  if (typeof call === 'string') return { outcome: 'failed', reason: call };
  const answer = await ask(egress, call);
  if ('outcome' in answer) return answer;
  const carried = becameOf(channel.provider, answer, letter, new Date());
  if (carried.outcome === 'sent')
    await database.transaction(async (tx) => noteWritten(tx, channel.id, letter.toAddress, new Date()));
  return carried;
}
