import type { CaseEvent } from '#modules/experience';

/** Something that customers wait through: a ticket, or a case of an event log, with all that happened in it. */
export interface Case {
  sourceId: string;
  /** Its key in its source. */
  caseKey: string;
  /** The ticket it is; `null` for a case that only its log tells of. */
  ticketId: string | null;
  sourceRecordId: string | null;
  title: string;
  channel: string | null;
  events: readonly CaseEvent[];
}

/** How one step usually goes, in minutes. */
export interface UsualStep {
  n: number;
  median: number;
  q90: number;
}

/** The steps of many cases, by `stepKey`. */
export type UsualSteps = ReadonlyMap<string, UsualStep>;

/** A step from one activity to the next, as one word. */
export const stepKey = (from: string, to: string): string => JSON.stringify([from, to]);

/** What happened in a case, in the order in which it counts: by time, then as the source numbered it. */
export const ordered = (events: readonly CaseEvent[]): CaseEvent[] =>
  events
    .filter(({ t }) => Number.isFinite(t))
    .sort((a, b) => a.t - b.t || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));

/** The minutes between each event and the one before it, told step by step. */
export function* gapsOf(events: readonly CaseEvent[]): Generator<{ step: string; minutes: number }> {
  const line = ordered(events);
  for (let at = 1; at < line.length; at++)
    yield {
      step: stepKey(line[at - 1]!.activity, line[at]!.activity),
      minutes: line[at]!.t - line[at - 1]!.t,
    };
}
