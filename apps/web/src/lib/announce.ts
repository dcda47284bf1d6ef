import { createStore } from './store/store.ts';

/** What the polite live region says now. */
export const announcement = createStore({ text: '', turn: 0 });

/** Tells people who listen instead of looking; the same sentence twice is spoken twice. */
export function announce(text: string): void {
  announcement.set((before) => ({ text, turn: before.turn + 1 }));
}
