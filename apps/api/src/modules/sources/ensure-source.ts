import { newId } from '#kernel/id';
import type { Tx } from '#platform/database';
import { insertSource, sourceByKey } from './data/sources.ts';
import type { Source } from './domain/source.ts';
import { isSourceKey } from './domain/source.ts';

/** The source with this key; made if it is new. */
export async function ensureSource(tx: Tx, key: string, system: string, name: string = key): Promise<Source> {
  const known = await sourceByKey(tx, key);
  if (known) return known;
  if (!isSourceKey(key))
    throw new RangeError(`A source is named by lower-case letters, digits and dashes, not by “${key}”.`);
  await insertSource(tx, {
    id: newId(),
    key,
    name,
    system,
    phoneCountry: null,
    timeZone: 'UTC',
    currency: null,
  });
  const made = await sourceByKey(tx, key);
  if (!made) throw new Error(`The source ${key} vanished while it was made.`);
  return made;
}
