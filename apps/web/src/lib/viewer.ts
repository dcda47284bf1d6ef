import type { Department } from './department.ts';
import { createStore, useStore } from './store/store.ts';

/** Who is signed in. */
export interface Viewer {
  id: string;
  name: string;
  email: string;
  role: string;
  department: Department | null;
  permissions: readonly string[];
}

/** Who is signed in in this tab; nobody before the entrance was passed. */
export const viewer = createStore<Viewer | null>(null);

/** Whether somebody was signed in here and their session ended by itself. */
export const sessionOver = createStore(false);

/** Watches who is signed in. */
export const useViewer = (): Viewer | null => useStore(viewer);

/** Whether whoever is signed in may read a field (`Deal.amount`) or make a change (`Mutation.mergeCustomers`). */
export const may = (what: string): boolean => viewer.get()?.permissions.includes(what) ?? false;

/** What a screen that is not for somebody's role ends in, before anything of it is asked for. */
export class NotYours extends Error {
  override readonly name = 'NotYours';
}

/** What documents leave out for people who may not see it: `$seesValue` goes with every question about money in deals. */
export const sight = (): { seesValue: boolean } => ({ seesValue: may('CustomerSummary.openDealValue') });
