import { manyOf, oneOf } from '#lib/search-params.ts';

const standings = ['OPEN', 'KEPT', 'LATE', 'BROKEN', 'WITHDRAWN'] as const;

/** What the page of promises shows, as its address says it. */
export interface PromisesSearch {
  standing?: (typeof standings)[number][];
  channel?: string;
  by?: 'people' | 'clocks';
}

/** Reads it; words that mean nothing here are left out. */
export function readPromisesSearch(raw: Record<string, unknown>): PromisesSearch {
  const standing = standings.filter((each) => manyOf(raw.standing)?.includes(each));
  const channel = oneOf(raw.channel);
  const by = (['people', 'clocks'] as const).find((each) => each === oneOf(raw.by));
  return {
    ...(standing.length > 0 ? { standing } : {}),
    ...(channel ? { channel } : {}),
    ...(by ? { by } : {}),
  };
}
