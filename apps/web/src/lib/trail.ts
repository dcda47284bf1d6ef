import { createStore } from './store/store.ts';

/** The list through which a person is working: it lets the next customer open itself. */
export interface Trail {
  ids: readonly string[];
  /** How many the whole list has, where that is known. */
  total: number | undefined;
  /** The address of the list, to go back to. */
  href: string;
}

/** The list that was last looked at. */
export const trail = createStore<Trail>({ ids: [], total: undefined, href: '/customers' });

/** Where a customer stands in the trail, and who comes before and after. */
export function stepsAround({ ids }: Trail, id: string): { place: number; before?: string; after?: string } {
  const at = ids.indexOf(id);
  return at < 0 ? { place: 0 } : { place: at + 1, before: ids[at - 1], after: ids[at + 1] };
}
