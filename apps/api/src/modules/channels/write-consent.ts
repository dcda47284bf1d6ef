import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { neighbours } from '#modules/house';
import { stewardRecord, stewardSource } from '#modules/identity';
import { subjectsOf, takeIn } from '#modules/intake';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import type { ChannelRefusal } from './domain/channel.ts';

/** What one of us heard about marketing on a channel, and what proves it. */
export interface HeardConsent {
  channel: string;
  state: 'granted' | 'withdrawn';
  at: Date;
  wording?: string;
  place?: string;
}

/**
 * Adds what a customer told one of us to the ledger of consent. It hangs on the customer's own record, where words of ours stand, so
 * that no file loosens it and it loosens nothing that another source holds. Answers with the customer's id.
 */
export async function writeConsent(
  tx: Tx,
  viewer: Viewer,
  customerId: string,
  { channel, state, at, wording, place }: HeardConsent,
): Promise<Result<string, ChannelRefusal>> {
  const record = isId(customerId) ? await stewardRecord(tx, customerId) : null;
  if (!record)
    return refuse({ code: 'NOT_FOUND', message: 'There is no such customer.', field: 'customerId' });
  const id = newId();
  await takeIn(tx, subjectsOf(neighbours()), await stewardSource(tx), [
    {
      kind: 'consent',
      eventId: `told consent ${id}`,
      subjectKey: `told-consent:${id}`,
      at: at.toISOString(),
      person: { key: `customer:${record.customerId}` },
      body: {
        purpose: 'marketing',
        channel,
        state,
        ...(wording ? { wording } : {}),
        evidence: { ...(place ? { place } : {}), heardBy: viewer.name.slice(0, 200) },
      },
    },
  ]);
  await recordAudit(tx, viewer, {
    action: state === 'granted' ? 'grant-consent' : 'withdraw-consent',
    subjectType: 'Customer',
    subjectId: record.customerId,
    customerId: record.customerId,
    details: { channel },
  });
  return accept(record.customerId);
}
