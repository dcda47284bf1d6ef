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

/** Watches who is signed in. */
export const useViewer = (): Viewer | null => useStore(viewer);
