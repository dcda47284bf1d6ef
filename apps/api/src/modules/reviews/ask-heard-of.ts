import { newId } from '#kernel/id';
import { recordAudit, systemActor } from '#modules/access';
import { stewardRecord } from '#modules/identity';
import { addHeardOfSkip, isHeardOfOpen } from '#modules/voice';
import type { Db, Tx } from '#platform/database';
import { sayHeardOf } from './say-heard-of.ts';

/** Whether a customer may be asked how they heard of us: once, and never again after an answer or after they did not want to say. */
export const mayAskHeardOf = (db: Db, customerId: string | null): Promise<boolean> =>
  customerId ? isHeardOfOpen(db, customerId) : Promise.resolve(false);

/** What a customer answered by themselves; without a way they did not want to say. */
export interface HeardOfAnswer {
  way: string | null;
  words?: string | null | undefined;
}

/** Where customers are asked by a page of ours, and who is said to have asked. */
const askers = { portal: 'Customer portal', survey: 'Survey', chat: 'Web chat' } as const;

/**
 * Takes what a customer says of how they heard of us, or that they would rather not. False where it is no answer of ours; who was asked
 * already (in another window, by a colleague) has their first word kept.
 */
export async function answerHeardOf(
  tx: Tx,
  customerId: string,
  via: keyof typeof askers,
  { way, words }: HeardOfAnswer,
  now: Date,
): Promise<boolean> {
  const actor = systemActor(askers[via]);
  if (way !== null) {
    const outcome = await sayHeardOf(tx, actor, { customerId, way, words: words?.slice(0, 500), via }, now);
    return outcome.ok || outcome.refusal.code === 'DONE_ALREADY';
  }
  const record = await stewardRecord(tx, customerId);
  if (!record || !(await isHeardOfOpen(tx, record.customerId))) return true;
  addHeardOfSkip(tx, {
    id: newId(),
    via,
    at: now,
    sourceRecordId: record.sourceRecordId,
    customerId: record.customerId,
  });
  await recordAudit(tx, actor, {
    action: 'skip-heard-of',
    subjectType: 'Customer',
    subjectId: record.customerId,
    customerId: record.customerId,
    details: { via },
  });
  return true;
}
