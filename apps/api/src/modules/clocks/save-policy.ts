import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import { hoursById, policiesById, putHours, putPolicy } from './data/policies.ts';
import {
  type BusinessHours,
  type ClockRefusal,
  hoursWish,
  policyWish,
  type SlaPolicy,
} from './domain/policy.ts';

const noSuch = (what: string): ClockRefusal => ({
  code: 'NOT_FOUND',
  message: `There are no such ${what}.`,
  field: 'id',
});

const wrongPolicy: Record<string, string> = {
  name: 'A policy needs a name, at most 120 characters.',
  hoursId: 'There are no such hours.',
  place: 'The place in the order is a number from 0 to 1,000.',
};

/** Keeps what is promised to whom: a new policy, or another state of the one with this id. */
export async function savePolicy(
  tx: Tx,
  actor: Actor,
  id: string | null,
  wish: unknown,
): Promise<Result<SlaPolicy, ClockRefusal>> {
  const read = policyWish.safeParse(wish);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'name');
    return refuse({
      code: 'BAD_POLICY',
      message: wrongPolicy[field] ?? 'A target is a number of minutes, from 1 to 525,600.',
      field,
    });
  }
  const { firstReplyMinutes, nextReplyMinutes, resolutionMinutes, hoursId } = read.data;
  if (!firstReplyMinutes && !nextReplyMinutes && !resolutionMinutes)
    return refuse({
      code: 'NOTHING_PROMISED',
      message: 'A policy promises at least one of the three times.',
      field: 'firstReplyMinutes',
    });
  if (hoursId && !(await hoursById(tx, [hoursId]))[0])
    return refuse({ code: 'BAD_POLICY', message: 'There are no such hours.', field: 'hoursId' });
  if (id && !(isId(id) && (await policiesById(tx, [id]))[0])) return refuse(noSuch('policies'));
  const policy: SlaPolicy = { ...read.data, id: id ?? newId(), removedAt: null };
  await putPolicy(tx, policy);
  await recordAudit(tx, actor, {
    action: 'save-sla-policy',
    subjectType: 'SlaPolicy',
    subjectId: policy.id,
    details: { ...read.data },
  });
  return accept(policy);
}

/** Takes a policy away, or (`null`) puts it back. */
export async function removePolicy(
  tx: Tx,
  actor: Actor,
  id: string,
  at: Date | null,
): Promise<Result<SlaPolicy, ClockRefusal>> {
  const [before] = isId(id) ? await policiesById(tx, [id]) : [null];
  if (!before) return refuse(noSuch('policies'));
  const policy = { ...before, removedAt: at };
  await putPolicy(tx, policy);
  await recordAudit(tx, actor, {
    action: at ? 'remove-sla-policy' : 'restore-sla-policy',
    subjectType: 'SlaPolicy',
    subjectId: id,
  });
  return accept(policy);
}

const wrongHours: Record<string, string> = {
  name: 'Hours need a name, at most 120 characters.',
  timeZone: 'A time zone is named as in Europe/Rome.',
  week: 'A day opens before it closes, and one day at least is open.',
  holidays: 'A holiday is a day of the calendar with a name.',
};

/** Keeps when a desk is at work: new hours, or another state of those with this id. */
export async function saveHours(
  tx: Tx,
  actor: Actor,
  id: string | null,
  wish: unknown,
): Promise<Result<BusinessHours, ClockRefusal>> {
  const read = hoursWish.safeParse(wish);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'name');
    return refuse({ code: 'BAD_HOURS', message: wrongHours[field] ?? 'These are no hours.', field });
  }
  if (id && !(isId(id) && (await hoursById(tx, [id]))[0])) return refuse(noSuch('hours'));
  const holidays = [...new Map(read.data.holidays.map((holiday) => [holiday.day, holiday])).values()].sort(
    (a, b) => a.day.localeCompare(b.day),
  );
  const hours: BusinessHours = { ...read.data, holidays, id: id ?? newId(), removedAt: null };
  await putHours(tx, hours);
  await recordAudit(tx, actor, {
    action: 'save-business-hours',
    subjectType: 'BusinessHours',
    subjectId: hours.id,
    details: { name: hours.name, timeZone: hours.timeZone },
  });
  return accept(hours);
}
