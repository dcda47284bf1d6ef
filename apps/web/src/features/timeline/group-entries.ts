import type { Entry } from './timeline.query.ts';

/** What stands on one line of the timeline: a happening, or several alike that would only make noise. */
export type Line = { kind: 'one'; entry: Entry } | { kind: 'many'; key: string; entries: Entry[] };

/** The happenings of one day, newest first. */
export interface Day {
  /** Midnight of the day where the reader is, as `YYYY-MM-DD`. */
  day: string;
  lines: Line[];
}

/** From how many alike in a row the lines are folded into one. */
export const noise = 3;

const dayOf = (at: string): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
};

// A change of a value is never noise: each has its own before and after.
const alike = (one: Entry, other: Entry): boolean =>
  one.kind === other.kind && one.department === other.department && !one.change && !other.change;

/** Puts happenings (newest first) under their days, and folds three or more alike in a row into one line. */
export function groupEntries(entries: readonly Entry[]): Day[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days.map(({ day, entries: ofDay }) => ({ day, lines: fold(ofDay) }));
}

function fold(entries: readonly Entry[]): Line[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run?.[0] && alike(run[0], entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run): Line[] =>
    run.length >= noise && run[0]
      ? [{ kind: 'many', key: run[0].id, entries: run }]
      : run.map((entry) => ({ kind: 'one', entry })),
  );
}
