import { recents } from './recents.ts';
import { writeStored } from './store/stored.ts';

/** Forgets a customer who is not there any more. */
export function forgetRecent(gone: string): void {
  recents.set((before) => before.filter(({ id }) => id !== gone));
  writeStored('recents', recents.get());
}
