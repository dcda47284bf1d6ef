import { useSearch } from '@tanstack/react-router';
import { type Department, departments } from './department.ts';
import { createStore, useStore } from './store/store.ts';
import { readStored, writeStored } from './store/stored.ts';

/** A lens in a URL: `?lens=sales`. It reorders and pre-filters a page, and never hides another department's facts. */
export type Lens = Lowercase<Department>;

/** Whether a value names a lens. */
export const isLens = (value: unknown): value is Lens =>
  typeof value === 'string' && departments.some((department) => department.toLowerCase() === value);

/** The department that a lens looks for. */
export const departmentOf = (lens: Lens): Department => lens.toUpperCase() as Department;

/** The lens used where the URL names none: the last one chosen, else that of the person's own department. */
export const usualLens = createStore<Lens>(readStored('lens', isLens) ?? 'sales');

/** Remembers a lens as the usual one. */
export function keepLens(lens: Lens): void {
  writeStored('lens', lens);
  usualLens.set(lens);
}

/** The lens through which the page is seen now. */
export function useLens(): Lens {
  const search = useSearch({ strict: false }) as { lens?: unknown };
  const usual = useStore(usualLens);
  return isLens(search.lens) ? search.lens : usual;
}
