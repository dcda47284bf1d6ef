import { createStore } from './store/store.ts';
import { readStored, writeStored } from './store/stored.ts';

/** A record that was opened lately in this browser. */
export interface Recent {
  id: string;
  name: string;
  note?: string;
}

const isRecents = (value: unknown): value is Recent[] =>
  Array.isArray(value) &&
  value.every((each) => typeof each?.id === 'string' && typeof each?.name === 'string');

/** The customers opened lately, newest first. */
export const recents = createStore<readonly Recent[]>(readStored('recents', isRecents) ?? []);

/** Remembers that a customer was opened; the palette shows it before any data arrives. */
export function keepRecent(recent: Recent): void {
  recents.set((before) => [recent, ...before.filter(({ id }) => id !== recent.id)].slice(0, 8));
  writeStored('recents', recents.get());
}
