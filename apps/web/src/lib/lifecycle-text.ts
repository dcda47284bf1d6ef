import type { MessageId, Say } from './intl/words.ts';

const known = [
  'subscriber',
  'lead',
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
  'evangelist',
  'user',
  'other',
] as const;

/** Where another system says that somebody stands, in the reader's language; words that a house made up stay as they are. */
export function lifecycleText(value: string, say: Say): string {
  const plain = value.toLowerCase().replace(/[^a-z]/g, '');
  const found = known.find((each) => each === plain);
  return found ? say(`lib.lifecycle.${found}` satisfies MessageId) : value;
}
