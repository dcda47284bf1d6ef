import type { MessageId } from '#lib/intl/words.ts';
import { parseSearch, writeSearch } from '#lib/search-params.ts';
import { readStored, writeStored } from '#lib/store/stored.ts';
import { type ListSearch, readListSearch } from './list-search.ts';

/** A named URL of the list that the house brings along. */
export interface HouseView {
  id: string;
  label: MessageId;
  search: ListSearch;
}

/** The views that everybody has. */
export const houseViews: readonly HouseView[] = [
  { id: 'all', label: 'customers.viewAll', search: {} },
  { id: 'tickets', label: 'customers.viewTickets', search: { tickets: 'open', sort: '-tickets' } },
  { id: 'deals', label: 'customers.viewDeals', search: { deals: 'open', sort: '-deals' } },
  { id: 'new', label: 'customers.viewNew', search: { sort: '-created' } },
  { id: 'fading', label: 'customers.viewFading', search: { fading: 'yes', sort: '-last' } },
  { id: 'badMemory', label: 'customers.viewBadMemory', search: { remembers: 40, sort: 'remembered' } },
  { id: 'quiet', label: 'customers.viewQuiet', search: { quiet: 60, sort: 'last' } },
];

/** What a view keeps of a URL: everything but the lens, which belongs to the person who looks. */
export function searchOfView({ lens: _lens, ...search }: ListSearch): ListSearch {
  return search;
}

/** Whether two searches show the same; the order of a list's words does not matter. */
export function sameSearch(one: ListSearch, other: ListSearch): boolean {
  const plain = (search: ListSearch) =>
    JSON.stringify(
      Object.entries(searchOfView(search))
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value])
        .sort(([a], [b]) => String(a).localeCompare(String(b))),
    );
  return plain(one) === plain(other);
}

/** What is written into a saved view: the search part of an address, without the `?`. */
export const textOfView = (search: ListSearch): string => writeSearch({ ...searchOfView(search) }).slice(1);

interface BrowserView {
  name: string;
  search: object;
}

const areViews = (value: unknown): value is BrowserView[] =>
  Array.isArray(value) &&
  value.every((view) => typeof view?.name === 'string' && typeof view?.search === 'object');

/** Takes out the views that an older version kept in this browser, once: they belong to the server now. */
export function takeBrowserViews(): { name: string; search: string }[] {
  const found = readStored('views', areViews) ?? [];
  if (found.length > 0) writeStored('views', []);
  return found.map(({ name, search }) => ({ name, search: textOfView(readListSearch({ ...search })) }));
}

/** Keeps views in this browser after all, because the server could not take them now. */
export function putBackBrowserViews(views: readonly { name: string; search: string }[]): void {
  writeStored(
    'views',
    views.map(({ name, search }) => ({ name, search: readListSearch(parseSearch(search)) })),
  );
}
