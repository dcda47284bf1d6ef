import type { MessageId } from '#lib/intl/words.ts';
import { createStore } from '#lib/store/store.ts';
import { readStored, writeStored } from '#lib/store/stored.ts';
import { type ListSearch, readListSearch } from './list-search.ts';

/** A named URL of the list. The house brings some along; personal ones live in this browser. */
export interface View {
  id: string;
  /** A message for the house's own views. */
  label?: MessageId;
  /** The name its owner gave it. */
  name?: string;
  search: ListSearch;
}

/** The views that everybody has. */
export const houseViews: readonly View[] = [
  { id: 'all', label: 'customers.viewAll', search: {} },
  { id: 'tickets', label: 'customers.viewTickets', search: { tickets: 'open', sort: '-tickets' } },
  { id: 'deals', label: 'customers.viewDeals', search: { deals: 'open', sort: '-deals' } },
  { id: 'new', label: 'customers.viewNew', search: { sort: '-created' } },
  { id: 'fading', label: 'customers.viewFading', search: { fading: 'yes', sort: '-last' } },
  { id: 'badMemory', label: 'customers.viewBadMemory', search: { remembers: 40, sort: 'remembered' } },
  { id: 'quiet', label: 'customers.viewQuiet', search: { quiet: 60, sort: 'last' } },
];

const isViews = (value: unknown): value is View[] =>
  Array.isArray(value) &&
  value.every(
    (view) =>
      typeof view?.id === 'string' && typeof view?.name === 'string' && typeof view?.search === 'object',
  );

/** The views a person saved in this browser. */
export const personalViews = createStore<readonly View[]>(
  (readStored('views', isViews) ?? []).map((view) => ({
    ...view,
    search: readListSearch({ ...view.search }),
  })),
);

const keep = (views: readonly View[]) => {
  personalViews.set(views);
  writeStored('views', views);
};

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

/** Saves a search under a new name. */
export function saveViewAs(name: string, search: ListSearch): View {
  const view: View = { id: crypto.randomUUID(), name, search: searchOfView(search) };
  keep([...personalViews.get(), view]);
  return view;
}

/** Makes a personal view mean what is shown now. */
export function saveView(id: string, search: ListSearch): void {
  keep(
    personalViews.get().map((view) => (view.id === id ? { ...view, search: searchOfView(search) } : view)),
  );
}

/** Forgets a personal view; answers how to bring it back to its place. */
export function removeView(id: string): () => void {
  const before = personalViews.get();
  keep(before.filter((view) => view.id !== id));
  return () => keep(before);
}
