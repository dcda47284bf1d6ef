import { type FieldFunctionOptions, isReference, type StoreObject } from '@apollo/client/cache';

type Options = Pick<FieldFunctionOptions, 'mergeObjects' | 'readField'>;

/** Whether two parts are about the same: all of these fields are known of both and equal. */
const isSame = (
  keys: readonly string[],
  one: StoreObject,
  other: StoreObject,
  readField: Options['readField'],
) =>
  keys.every((key) => {
    const [a, b] = [readField(key, one), readField(key, other)];
    if (a === undefined) return false;
    return isReference(a) && isReference(b) ? a.__ref === b.__ref : a === b;
  });

/**
 * How a part without an id of its own takes what another document asked of it: joined to what is known while `keys` say that it is the
 * same, else in its place, so that no field of the old stands beside fields of the new.
 */
export const joinPart =
  (...keys: string[]) =>
  (
    known: StoreObject | null | undefined,
    incoming: StoreObject | null,
    { mergeObjects, readField }: Options,
  ) =>
    known && incoming && isSame(keys, known, incoming, readField) ? mergeObjects(known, incoming) : incoming;

/** The same for a list of such parts: as many and in such order as they came, each joined to the one that is known by the same keys. */
export const joinParts =
  (...keys: string[]) =>
  (
    known: readonly StoreObject[] | null | undefined,
    incoming: readonly StoreObject[] | null,
    { mergeObjects, readField }: Options,
  ) =>
    incoming?.map((one) => {
      const same = known?.filter((other) => isSame(keys, other, one, readField)) ?? [];
      return same.length === 1 ? mergeObjects(same[0]!, one) : one;
    }) ?? incoming;
