import { createStore } from '#lib/store/store.ts';
import { readStored, writeStored } from '#lib/store/stored.ts';
import { dismissToast } from '#lib/undo/toasts.ts';

const isIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** The imports that were started in this browser and have not come to an end yet. */
export const watchedImports = createStore<readonly string[]>(readStored('imports', isIds) ?? []);

const keep = (ids: readonly string[]) => {
  watchedImports.set(ids);
  writeStored('imports', ids);
};

/** Promises to tell when an import has ended, wherever its owner is by then. */
export const watchImport = (id: string): void => keep([...new Set([...watchedImports.get(), id])]);

const offers = new Map<string, number>();

/** Remembers the toast that offers to take an import back. */
export const keepOffer = (id: string, toast: number): void => void offers.set(id, toast);

/** An import is being taken back: nobody offers it a second time. */
export function dropOffer(id: string): void {
  const toast = offers.get(id);
  offers.delete(id);
  if (toast !== undefined) dismissToast(toast);
}

/** The promise is kept. */
export const unwatchImport = (id: string): void => keep(watchedImports.get().filter((each) => each !== id));
