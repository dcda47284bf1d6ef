/** Two records that a run found near each other. */
export interface NearRecords {
  a: string;
  b: string;
  /** The run put them into one entity. */
  together: boolean;
}

/** Sets of customers larger than this are cut down to those whom the run found to be one. */
const largestSet = 40;

/**
 * Customers whom a run over everybody gives reason to look at again, in sets that hang together: those of whom records lie near each
 * other, and those of whose records the run made several entities. `all` looks at everybody with more than one record.
 */
export function customersAtStake(
  pairs: readonly NearRecords[],
  owners: ReadonlyMap<string, string>,
  entityOf: ReadonlyMap<string, string>,
  all = false,
): string[][] {
  const sets = connected(pairs, owners);
  const inSets = new Set(sets.flat());
  const entities = new Map<string, Set<string>>();
  for (const [record, owner] of owners) {
    const entity = entityOf.get(record);
    if (entity === undefined) continue;
    entities.set(owner, (entities.get(owner) ?? new Set()).add(all ? record : entity));
  }
  const torn = [...entities].flatMap(([owner, some]) =>
    some.size > 1 && !inSets.has(owner) ? [[owner]] : [],
  );
  return [...sets, ...torn].sort((x, y) => (x[0]! < y[0]! ? -1 : 1));
}

function connected(pairs: readonly NearRecords[], owners: ReadonlyMap<string, string>): string[][] {
  const sets = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    while ((sets.get(at) ?? at) !== at) at = sets.get(at)!;
    sets.set(id, at);
    return at;
  };
  for (const { a, b } of pairs) {
    const [one, other] = [owners.get(a), owners.get(b)];
    if (!one || !other || one === other) continue;
    const [first, second] = [root(one), root(other)].sort() as [string, string];
    if (first !== second) sets.set(second, first);
  }
  const groups = new Map<string, string[]>();
  for (const id of sets.keys()) groups.set(root(id), [...(groups.get(root(id)) ?? []), id]);
  return [...groups.values()].flatMap((group) => {
    if (group.length <= largestSet) return [group.sort()];
    const inside = new Set(group);
    const closer = pairs.filter(({ a, together }) => together && inside.has(owners.get(a) ?? ''));
    return closer.length > 0 && closer.length < pairs.length ? connected(closer, owners) : [group.sort()];
  });
}
