import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { neighbours } from '#modules/house';
import { stewardRecord, stewardSource } from '#modules/identity';
import { subjectsOf, takeIn } from '#modules/intake';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import type { ChannelRefusal } from './domain/channel.ts';

/** Channels on which somebody may say that they want no marketing; `any`: on none. */
export const withdrawnChannels = ['email', 'phone', 'sms', 'post', 'any'] as const;

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
  const record = isId(customerId) ? await stewardRecord(tx, customerId) : null;
  if (!record)
    return refuse({ code: 'NOT_FOUND', message: 'There is no such customer.', field: 'customerId' });
  if (!withdrawnChannels.some((one) => one === channel))
    return refuse({
      code: 'BAD_CHANNEL',
      message: `“${channel.slice(0, 60)}” is none of ${withdrawnChannels.join(', ')}.`,
      field: 'channel',
    });
  const id = newId();
  await takeIn(tx, subjectsOf(neighbours()), await stewardSource(tx), [
    {
      kind: 'consent',
      eventId: `told consent ${id}`,
      subjectKey: `told-consent:${id}`,
      at: now.toISOString(),
      person: { key: `customer:${record.customerId}` },
      body: {
        purpose: 'marketing',
        channel,
        state: 'withdrawn',
        evidence: { reason: `Told ${viewer.name}`.slice(0, 500) },
      },
    },
  ]);
  await recordAudit(tx, viewer, {
    action: 'withdraw-consent',
    subjectType: 'Customer',
    subjectId: record.customerId,
    customerId: record.customerId,
    details: { channel },
  });
  return accept(record.customerId);
}
