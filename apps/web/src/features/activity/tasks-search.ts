import { oneOf } from '#lib/search-params.ts';

/** What the list of tasks shows, as its address says it. */
export interface TasksSearch {
  /** Everybody's, nobody's, or a colleague's by id; one's own when missing. */
  whose?: string;
  /** What was done lately instead of what is to do. */
  done?: 'yes';
}

/** Reads it; words that mean nothing here are left out. */
export function readTasksSearch(raw: Record<string, unknown>): TasksSearch {
  const whose = oneOf(raw.whose);
  const isKnown = whose && /^(everybody|nobody|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/.test(whose);
  return { ...(isKnown ? { whose } : {}), ...(oneOf(raw.done) ? { done: 'yes' as const } : {}) };
}

/** What is asked for a search. */
export const taskVariables = ({ whose, done }: TasksSearch) => ({
  filter: {
    ...(whose === 'everybody'
      ? {}
      : whose === 'nobody'
        ? { unassigned: true }
        : whose
          ? { assigneeId: whose }
          : { mine: true }),
    isDone: done === 'yes',
  },
});
