import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { announce } from '#modules/changes';
import { stewardRecord } from '#modules/identity';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { insertWish } from './data/preferred.ts';
import type { ChannelRefusal } from './domain/channel.ts';
import { wishedChannels } from './domain/preferred-channel.ts';

/** Writes down by which channel a customer wants to be written to; `null` takes an earlier word back. Answers with the customer's id. */
export async function preferChannel(
  tx: Tx,
  viewer: Viewer,
  customerId: string,
  channel: string | null,
  now: Date,
): Promise<Result<string, ChannelRefusal>> {
  const record = isId(customerId) ? await stewardRecord(tx, customerId) : null;
  if (!record)
    return refuse({ code: 'NOT_FOUND', message: 'There is no such customer.', field: 'customerId' });
  if (channel !== null && !wishedChannels.some((one) => one === channel))
    return refuse({ code: 'BAD_CHANNEL', message: `${channel} is no channel of ours.`, field: 'channel' });
  const { customerId: live, sourceRecordId } = record;
  await insertWish(tx, {
    id: newId(),
    channel,
    saidBy: viewer.name,
    at: now,
    sourceRecordId,
    customerId: live,
  });
  await recordAudit(tx, viewer, {
    action: 'prefer-channel',
    subjectType: 'Customer',
    subjectId: live,
    customerId: live,
    details: { channel },
  });
  await announce(tx, [live], ['profile']);
  return accept(live);
}
