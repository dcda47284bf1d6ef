import { recordAudit, systemActor } from '#modules/access';
import { announce } from '#modules/changes';
import { linkDoubt, moveRulesOf } from '#modules/identity';
import type { Subjects } from '#modules/intake';
import type { Tx } from '#platform/database';
import { doubtOfBareNumber } from './data/channels.ts';

const actor = systemActor('Channels');

/**
 * Whoever writes or calls from a number that exactly one customer has is that customer: a number in use now, proved by its network, is more
 * than one in a file (where a bare number links nobody). It is a decision like any other, with its reason, and can be undone. Answers
 * with the customer.
 */
export async function linkBareNumber(
  tx: Tx,
  subjects: Subjects,
  customerId: string,
  phone: string,
): Promise<string> {
  const doubtId = await doubtOfBareNumber(tx, customerId, phone);
  if (!doubtId) return customerId;
  const linked = await linkDoubt(tx, doubtId, actor, moveRulesOf(subjects.modules));
  if (!linked.ok) return customerId;
  const { customerIds, decisionId } = linked.value;
  await recordAudit(
    tx,
    actor,
    customerIds.map((one) => ({
      action: 'link-doubt',
      subjectType: 'Decision',
      subjectId: decisionId,
      customerId: one,
      details: { doubtId, because: 'wrote-from-number' },
    })),
  );
  await announce(tx, customerIds, ['doubt-settled']);
  return customerIds[0] ?? customerId;
}
