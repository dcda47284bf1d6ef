import type { Tx } from '#platform/database';
import type { TicketClock } from './data/clock.entity.ts';
import { replaceClocks, segmentsOf } from './data/clocks.ts';
import { allHours, policiesInOrder } from './data/policies.ts';
import { foldClocks, type Moment } from './domain/clock.ts';
import { policyFor, targetsOf } from './domain/policy.ts';

/** A case whose clocks are to be set: what a policy looks at, and all that happened to it. */
export interface ClockCase {
  ticketId: string;
  customerId: string | null;
  priority: string | null;
  channel: string | null;
  moments: readonly Moment[];
}

/** Whether anything is promised at all: without policies nobody need gather what happened. */
export const anythingPromised = async (tx: Tx): Promise<boolean> => (await policiesInOrder(tx)).length > 0;

/**
 * Sets the clocks of cases by their policies, anew from all that happened: whoever changes a ticket calls it, and calling
 * it twice gives the same clocks. At most five statements, whatever the number of cases.
 */
export async function windClocks(tx: Tx, cases: readonly ClockCase[]): Promise<void> {
  if (cases.length === 0) return;
  const [policies, hours] = [await policiesInOrder(tx), await allHours(tx)];
  const segments = new Map(
    (
      await segmentsOf(
        tx,
        cases.flatMap(({ customerId }) => customerId ?? []),
      )
    ).map((row) => [row.customerId, row]),
  );
  const clocks = cases.flatMap(({ ticketId, customerId, priority, channel, moments }): TicketClock[] => {
    const segment = customerId ? segments.get(customerId) : undefined;
    const policy = policyFor(policies, {
      priority,
      channels: channel ? [channel.toLowerCase()] : [],
      customerTags: segment?.tags ?? [],
      stage: segment?.stage ?? null,
    });
    if (!policy) return [];
    return foldClocks(moments, targetsOf(policy, hours)).map((clock) => ({
      ...clock,
      ticketId,
      policyId: policy.id,
    }));
  });
  await replaceClocks(
    tx,
    cases.map(({ ticketId }) => ticketId),
    clocks,
  );
}
