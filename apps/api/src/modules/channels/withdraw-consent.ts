import { type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import type { ChannelRefusal } from './domain/channel.ts';
import { noSuchMarketingChannel, withdrawnChannels } from './domain/heard-consent.ts';
import { writeConsent } from './write-consent.ts';

/**
 * Writes down that a customer told one of us that they want no marketing on a channel: a line in the ledger, said by whoever
 * heard it. A withdrawal always counts; only the customer's own later word, with its proof, opens the channel again. Answers with the customer's id.
 */
export async function withdrawConsent(
  tx: Tx,
  viewer: Viewer,
  customerId: string,
  channel: string,
  now: Date,
): Promise<Result<string, ChannelRefusal>> {
  if (!withdrawnChannels.some((one) => one === channel))
    return refuse(noSuchMarketingChannel(channel, withdrawnChannels));
  return writeConsent(tx, viewer, customerId, {
    channel,
    state: 'withdrawn',
    at: now,
  });
}
