import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit } from '#modules/access';
import { type Department, word } from '#modules/house';
import { stewardRecord } from '#modules/identity';
import type { Tx } from '#platform/database';
import { announcePromise } from './announce-promise.ts';
import { lockPromises, putPromises } from './data/promises.ts';
import type { BusinessCalendar } from './domain/business-calendar.ts';
import { dueWithin, type GivenPromise } from './domain/promise.ts';
import type { PromiseKind } from './domain/read-promise-signal.ts';
import { neverDue, noSuchCustomer, type PromiseRefusal, wordless } from './domain/refusals.ts';

/** What a promise that is given here says. It is due at a time, or within so many minutes (open ones, when there is a calendar). */
export interface PromiseWish {
  customerId: string;
  words: string;
  kind?: PromiseKind | null | undefined;
  channel?: string | null | undefined;
  department?: Department | null | undefined;
  dueAt?: Date | null | undefined;
  withinMinutes?: number | null | undefined;
  calendar?: BusinessCalendar | null | undefined;
  /** When it was given, if not just now: a clock of a ticket starts when the ticket came. */
  madeAt?: Date | undefined;
  /** In what it was given: a ticket, a deal, a chat. */
  subject?: { type: string; id: string } | null | undefined;
  /**
   * The giver's own key of it. The same key is the same promise: giving it again changes when it is due, and never makes a second. Without a
   * key every call gives a promise of its own.
   */
  key?: string | undefined;
}

const worded = word(500);
const channelled = word(40);

/**
 * Gives a promise to a customer: by a person, or by a subject on whose behalf `by` acts (every clock of a service level is one). It hangs on the
 * customer's own record here. One that was settled already stays settled.
 */
export async function makePromise(
  tx: Tx,
  by: Actor & { department?: string | null },
  wish: PromiseWish,
  now: Date,
): Promise<Result<GivenPromise, PromiseRefusal>> {
  const words = worded.safeParse(wish.words);
  if (!words.success) return refuse(wordless);
  const madeAt = wish.madeAt ?? now;
  const calendar = wish.calendar ?? null;
  const dueAt = wish.dueAt ?? (wish.withinMinutes ? dueWithin(madeAt, wish.withinMinutes, calendar) : null);
  if (!dueAt || Number.isNaN(dueAt.getTime()) || dueAt <= madeAt) return refuse(neverDue);
  const record = isId(wish.customerId) ? await stewardRecord(tx, wish.customerId) : null;
  if (!record) return refuse(noSuchCustomer);
  const id = newId();
  const sourceKey = `promise:${wish.key ?? id}`;
  const [before] = wish.key ? await lockPromises(tx, [{ sourceId: record.sourceId, sourceKey }]) : [];
  const promise: GivenPromise = {
    id: before?.id ?? id,
    sourceKey,
    ...record,
    kind: wish.kind ?? 'other',
    words: words.data,
    channel: channelled.safeParse(wish.channel).data?.toLowerCase() ?? null,
    department: wish.department ?? (by.department as Department | null | undefined) ?? 'support',
    audience: null,
    madeAt,
    dueAt,
    calendar,
    promiserName: by.name,
    promiserId: by.kind === 'user' ? by.id : null,
    subjectType: wish.subject?.type ?? null,
    subjectId: wish.subject?.id ?? null,
    doneAt: before?.doneAt ?? null,
    evidence: before?.evidence ?? null,
    withdrawnAt: before?.withdrawnAt ?? null,
    removedAt: null,
    observedAt: now,
    signalId: null,
  };
  await putPromises(tx, [promise]);
  await recordAudit(tx, by, {
    action: before ? 'change-promise' : 'make-promise',
    subjectType: 'Promise',
    subjectId: promise.id,
    customerId: record.customerId,
  });
  await announcePromise(tx, promise);
  return accept(promise);
}
