import type { Spoken } from '#modules/house';

/** Somebody of ours; the id is missing when only a source knows them. */
export interface Mender {
  id: string | null;
  name: string;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * Who is to mend what is said of a product: whoever answers for most of the claims made of it, of equals the first by name; else whoever leads
 * what is said before the purchase.
 */
export function whoMends(product: string, said: readonly Spoken[], lead: Mender | null): Mender | null {
  const claims = new Map<string, Mender & { claims: number }>();
  for (const one of said) {
    if (!one.ownerName || !same(one.product, product)) continue;
    const before = claims.get(one.ownerName);
    claims.set(one.ownerName, {
      id: before?.id ?? one.ownerId,
      name: one.ownerName,
      claims: (before?.claims ?? 0) + one.claims.length,
    });
  }
  const [owner] = [...claims.values()].sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1));
  return owner ? { id: owner.id, name: owner.name } : lead;
}
