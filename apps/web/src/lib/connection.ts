import { createStore } from './store/store.ts';

/** Whether the server can be reached, as far as this tab knows. */
export const connected = createStore(typeof navigator === 'undefined' || navigator.onLine);

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => connected.set(true));
  window.addEventListener('offline', () => connected.set(false));
}
