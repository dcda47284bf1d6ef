import { createStore, useStore } from './store/store.ts';

/** Where words for the customer are being written: what is inserted stands there, and somebody sends it. */
export interface Composer {
  /** The customer it writes to. */
  customerId: string;
  /** The channel it sends on: `EMAIL`, `CHAT` … */
  channel: 'EMAIL' | 'CHAT' | 'SMS' | 'SOCIAL';
  /** Puts the words where one writes; the answer takes them out again, as long as nobody changed them. */
  insert: (text: string) => () => void;
}

/** The composer that stands ready, when one does: whoever shows one sets it, and takes it away with itself. */
export const composer = createStore<Composer | null>(null);

/** Watches whether words for this customer can be inserted somewhere. */
export function useComposer(customerId: string): Composer | null {
  const ready = useStore(composer);
  return ready?.customerId === customerId ? ready : null;
}
