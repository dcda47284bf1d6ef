import type { Department, NewTimelineEntry } from '#modules/house';

/** Values before and after. */
export interface ValueChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** One sentence about what happened to a customer. */
export interface TimelineEntry {
  id: string;
  /** Says which happening this is; unique within its source record. */
  entryKey: string;
  customerId: string;
  sourceRecordId: string;
  signalId: string | null;
  at: Date;
  department: Department;
  kind: string;
  title: string;
  detail: string | null;
  subjectType: string | null;
  subjectId: string | null;
  actorName: string | null;
  change: ValueChange | null;
}

/** Cuts a text to at most `max` characters as PostgreSQL counts them (code points, never half of one). */
export function cutText(text: string, max: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= max) return line;
  const points = [...line];
  return points.length <= max
    ? line
    : `${points
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** Makes what a subject tells fit the line; of two tellings of one happening the later stands. */
export function readEntries(told: readonly NewTimelineEntry[], newId: () => string): TimelineEntry[] {
  const entries = new Map<string, TimelineEntry>();
  for (const entry of told)
    entries.set(`${entry.sourceRecordId} ${entry.entryKey}`, {
      id: newId(),
      entryKey: entry.entryKey,
      customerId: entry.customerId,
      sourceRecordId: entry.sourceRecordId,
      signalId: entry.signalId ?? null,
      at: entry.at,
      department: entry.department,
      kind: entry.kind,
      title: cutText(entry.title, 200),
      detail: entry.detail ? cutText(entry.detail, 500) || null : null,
      subjectType: entry.subjectType ?? null,
      subjectId: entry.subjectId ?? null,
      actorName: entry.actorName ?? null,
      change: entry.change ?? null,
    });
  return [...entries.values()];
}
