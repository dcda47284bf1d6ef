import type { Department } from '#lib/department.ts';
import { departments } from '#lib/department.ts';
import { manyOf, oneOf } from '#lib/search-params.ts';

/** What the URL of a customer's page says about the timeline. */
export interface TimelineSearch {
  /** Only these departments. */
  dept?: Department[];
  /** Only these kinds of happenings. */
  kind?: string[];
  /** What happened up to and on this day, `YYYY-MM-DD`. */
  at?: string;
}

/** Reads the timeline's part of a URL. */
export function readTimelineSearch(raw: Record<string, unknown>): TimelineSearch {
  const dept = manyOf(raw.dept)?.filter((each): each is Department =>
    departments.includes(each as Department),
  );
  const at = oneOf(raw.at);
  const kind = manyOf(raw.kind);
  return {
    ...(dept && dept.length > 0 && dept.length < departments.length && { dept }),
    ...(kind && { kind }),
    ...(at && /^\d{4}-\d{2}-\d{2}$/.test(at) && !Number.isNaN(Date.parse(at)) && { at }),
  };
}

/** The question that the URL asks; what is not asked is left out, so that the same question finds its answer again. */
export function timelineVariables({ dept, kind, at }: TimelineSearch) {
  return {
    ...(dept && { departments: dept }),
    ...(kind && { kinds: kind }),
    // The whole day belongs to it, where the reader is.
    ...(at && { before: new Date(new Date(`${at}T00:00:00`).getTime() + 86_400_000).toISOString() }),
  };
}
