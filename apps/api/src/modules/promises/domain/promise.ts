import { cutText } from '#kernel/cut-text';
import { newest } from '#kernel/newest';
import type { Department, Telling } from '#modules/house';
import type { Hung } from '#modules/sources';
import { type BusinessCalendar, dueAfter } from './business-calendar.ts';
import type { PromiseBody, PromiseKind } from './read-promise-signal.ts';

/** What we told somebody we would do, and by when. */
export interface GivenPromise extends Hung {
  kind: PromiseKind;
  words: string;
  channel: string | null;
  department: Department;
  audience: string | null;
  madeAt: Date;
  dueAt: Date;
  /** Whose clock counts; `null`: every minute does. */
  calendar: BusinessCalendar | null;
  promiserName: string | null;
  promiserId: string | null;
  /** In which ticket, deal, chat … it was given: GraphQL type name and id. */
  subjectType: string | null;
  subjectId: string | null;
  doneAt: Date | null;
  evidence: string | null;
  withdrawnAt: Date | null;
  /** It was written down by mistake, and taken back. */
  removedAt: Date | null;
  observedAt: Date;
}

/** Where a promise stands: `late` was done after it was due, `broken` is due and still not done. */
export type PromiseStanding = 'open' | 'kept' | 'late' | 'broken' | 'withdrawn';

/** Where a promise stands at a time. Done when due is kept. */
export function standingOf(
  { dueAt, doneAt, withdrawnAt }: Pick<GivenPromise, 'dueAt' | 'doneAt' | 'withdrawnAt'>,
  asOf: Date,
): PromiseStanding {
  if (withdrawnAt) return 'withdrawn';
  if (doneAt) return doneAt <= dueAt ? 'kept' : 'late';
  return dueAt < asOf ? 'broken' : 'open';
}

/** When something is due that was promised within so many minutes; `null` when the calendar never opens that long. */
export function dueWithin(madeAt: Date, minutes: number, calendar: BusinessCalendar | null): Date | null {
  if (!calendar) return new Date(madeAt.getTime() + minutes * 60_000);
  const due = dueAfter(madeAt.getTime(), minutes, calendar);
  return due === null ? null : new Date(due);
}

/** What a signal says of a promise. */
export interface PromiseSaid {
  id: string;
  sourceId: string;
  sourceKey: string;
  body: PromiseBody;
  customerId: string;
  sourceRecordId: string;
  at: Date;
  signalId: string;
}

const timeOf = (text: string | undefined): Date | null => (text ? new Date(text) : null);

/**
 * The promise after one more thing was said of it: the newer wins, a blank never erases, an older one fills blanks. Until somebody says when it
 * is due it is due when it was made: a promise without a day cannot be kept late.
 */
export function mergePromise(before: GivenPromise | undefined, said: PromiseSaid): GivenPromise {
  const { body, at } = said;
  const madeAt = timeOf(body.madeAt);
  const within =
    body.withinMinutes === undefined
      ? null
      : dueWithin(madeAt ?? before?.madeAt ?? at, body.withinMinutes, body.calendar ?? null);
  const after = newest<
    Omit<GivenPromise, 'kind' | 'words' | 'department' | 'madeAt' | 'dueAt'> & {
      kind: PromiseKind | null;
      words: string | null;
      department: Department | null;
      madeAt: Date | null;
      dueAt: Date | null;
    }
  >(before, {
    id: before?.id ?? said.id,
    sourceId: said.sourceId,
    sourceKey: said.sourceKey,
    customerId: said.customerId,
    sourceRecordId: said.sourceRecordId,
    kind: body.kind ?? null,
    words: body.words ?? null,
    channel: body.channel ?? null,
    department: body.department ?? null,
    audience: body.audience ?? null,
    madeAt,
    dueAt: timeOf(body.dueAt) ?? within,
    calendar: body.calendar ?? null,
    promiserName: body.promiserName ?? null,
    promiserId: null,
    subjectType: null,
    subjectId: null,
    doneAt: timeOf(body.doneAt),
    evidence: body.evidence ?? null,
    withdrawnAt: timeOf(body.withdrawnAt),
    removedAt: null,
    observedAt: at,
    signalId: said.signalId,
  });
  const made = after.madeAt ?? at;
  return {
    ...after,
    kind: after.kind ?? 'other',
    words: after.words ?? said.sourceKey,
    department: after.department ?? 'support',
    madeAt: made,
    dueAt: after.dueAt ?? made,
  };
}

/** The keys of a promise's lines on the timeline: that it was made, and what became of it. */
export const promiseEntryKeys = (sourceKey: string): [made: string, settled: string] => [
  `promise-made ${sourceKey}`,
  `promise-settled ${sourceKey}`,
];

/** What the timeline says of a promise: that it was made, and that it was kept, kept late or withdrawn. */
export function tellPromise(promise: GivenPromise): Telling {
  if (promise.removedAt) return { entries: [], facts: [] };
  const [made, settled] = promiseEntryKeys(promise.sourceKey);
  const about = { department: promise.department, subjectType: 'Promise', subjectId: promise.id } as const;
  const words = cutText(promise.words, 150);
  const detail = promise.evidence ? { detail: cutText(promise.evidence, 500) } : {};
  const entries: Telling['entries'] = [
    {
      entryKey: made,
      at: promise.madeAt,
      kind: 'promise-made',
      title: `Promised: ${words}`,
      ...(promise.promiserName ? { actorName: promise.promiserName } : {}),
      ...about,
    },
  ];
  const settle = (kind: string, sentence: string, at: Date) =>
    entries.push({ entryKey: settled, at, kind, title: `${sentence}: ${words}`, ...detail, ...about });
  if (promise.withdrawnAt) settle('promise-withdrawn', 'Promise withdrawn', promise.withdrawnAt);
  else if (promise.doneAt && promise.doneAt <= promise.dueAt)
    settle('promise-kept', 'Promise kept', promise.doneAt);
  else if (promise.doneAt) settle('promise-late', 'Promise kept late', promise.doneAt);
  return { entries, facts: [] };
}
