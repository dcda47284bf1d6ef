import type { CustomerFilter, CustomerSort } from '#modules/customers';
import type { FileLanguage } from './list-columns.ts';

/** A list of customers that somebody asked for as a file. */
export interface ListExport {
  id: string;
  userId: string;
  /** The role in which it was asked: in another one it is asked anew. */
  role: string;
  filter: CustomerFilter;
  sort: CustomerSort;
  /** These alone; all that fulfil the filter when `null`. */
  chosen: string[] | null;
  /** Not these. */
  leftOut: string[];
  language: FileLanguage;
  askedAt: Date;
}

const minutesToFetch = 10;

/** Until when a file can be fetched. */
export const fetchableUntil = (askedAt: Date): Date => new Date(askedAt.getTime() + minutesToFetch * 60_000);

/** Since when something must have been asked to be fetchable now. */
export const fetchableSince = (now: Date): Date => new Date(now.getTime() - minutesToFetch * 60_000);

/** Whether somebody may fetch it now: who asked, in the role in which they did. */
export const mayFetch = (
  asked: ListExport,
  viewer: { id: string | null; role: string },
  now: Date,
): boolean =>
  asked.userId === viewer.id && asked.role === viewer.role && asked.askedAt >= fetchableSince(now);

/** How many customers can be named one by one, or left out so. */
export const namedAtMost = 5_000;

/**
 * What the trail says of it: how many left, which filters (not their values: the trail must not collect what people searched for), whether
 * they were chosen one by one, and which columns left.
 */
export const toldOf = (
  { filter, chosen, leftOut }: Pick<ListExport, 'filter' | 'chosen' | 'leftOut'>,
  rows: number,
  columns: readonly string[],
): Record<string, unknown> => ({
  rows,
  filter: Object.entries(filter).flatMap(([name, value]) =>
    value === null || (Array.isArray(value) && value.length === 0) ? [] : [name],
  ),
  ...(chosen ? { chosen: chosen.length } : {}),
  ...(leftOut.length > 0 ? { leftOut: leftOut.length } : {}),
  columns,
});
