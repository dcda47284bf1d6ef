import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit } from '#modules/access';
import { cleanText } from '#modules/house';
import type { Tx } from '#platform/database';
import { announcePromise } from './announce-promise.ts';
import { lockPromise, lockPromiseByKey, putPromises } from './data/promises.ts';
import type { GivenPromise } from './domain/promise.ts';
import { noSuchPromise, notNow, type PromiseRefusal } from './domain/refusals.ts';

type Settled = Result<GivenPromise, PromiseRefusal>;

/** What is to become of a promise. */
export type Settlement =
  /** It was done, at a time that is not still to come. */
  | { act: 'keep'; doneAt?: Date | null | undefined; evidence?: string | null | undefined }
  /** It turns out that it was not done. */
  | { act: 'reopen' }
  /** It counts no more: the customer does not want it, or it was given in error. */
  | { act: 'withdraw'; reason?: string | null | undefined }
  /** It counts again. */
  | { act: 'restore' }
  /** It was never given: written down by mistake. */
  | { act: 'take-back' }
  | { act: 'put-back' };

const said = (text: string | null | undefined): string | null =>
  (text && cleanText(text).slice(0, 500)) || null;

/** The promise after that; the same object when nothing changes. */
function settled(promise: GivenPromise, wish: Settlement, now: Date): GivenPromise {
  const changed = { ...promise, observedAt: now };
  switch (wish.act) {
    case 'keep': {
      const doneAt = wish.doneAt && wish.doneAt < now ? wish.doneAt : now;
      return promise.doneAt
        ? promise
        : { ...changed, doneAt, withdrawnAt: null, evidence: said(wish.evidence) ?? promise.evidence };
    }
    case 'reopen':
      return promise.doneAt ? { ...changed, doneAt: null } : promise;
    case 'withdraw':
      return promise.withdrawnAt
        ? promise
        : { ...changed, withdrawnAt: now, evidence: said(wish.reason) ?? promise.evidence };
    case 'restore':
      return promise.withdrawnAt ? { ...changed, withdrawnAt: null } : promise;
    case 'take-back':
      return promise.removedAt ? promise : { ...changed, removedAt: now };
    case 'put-back':
      return promise.removedAt ? { ...changed, removedAt: null } : promise;
  }
}

async function settle(
  tx: Tx,
  by: Actor,
  promise: GivenPromise,
  wish: Settlement,
  now: Date,
): Promise<Settled> {
  // What another system told is its to take back: here it can be withdrawn.
  if (wish.act === 'take-back' && promise.signalId)
    return refuse(notNow('This promise came from another system: withdraw it instead.'));
  const after = settled(promise, wish, now);
  if (after === promise) return accept(promise);
  await putPromises(tx, [after]);
  await recordAudit(tx, by, {
    action: `${wish.act}-promise`,
    subjectType: 'Promise',
    subjectId: promise.id,
    customerId: promise.customerId,
  });
  await announcePromise(tx, after);
  return accept(after);
}

/** Settles a promise, or takes that back. Doing it twice changes nothing. */
export async function settlePromise(
  tx: Tx,
  by: Actor,
  id: string,
  wish: Settlement,
  now: Date,
): Promise<Settled> {
  const promise = isId(id) ? await lockPromise(tx, id) : null;
  return promise ? settle(tx, by, promise, wish, now) : refuse(noSuchPromise);
}

/** The same by the key under which a subject gave it (`makePromise`). */
export async function settlePromiseOf(
  tx: Tx,
  by: Actor,
  key: string,
  wish: Settlement,
  now: Date,
): Promise<Settled> {
  const promise = await lockPromiseByKey(tx, `promise:${key}`);
  return promise ? settle(tx, by, promise, wish, now) : refuse(noSuchPromise);
}
