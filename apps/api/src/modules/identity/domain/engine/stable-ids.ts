/** What an entity is called after a run. */
export interface Naming {
  /** For each group, its id; `null` for a group that needs a new one. */
  ids: (string | null)[];
  /** Old ids that no group carries on, with the id that most of their records now have; `null` when those are new. */
  redirects: Map<string, string | null>;
}

/**
 * Gives groups of records the ids they had before, by largest overlap; of equals the smaller id (ids made by time: the older) goes
 * first. On a merge one id survives and the others redirect to it; on a split the part with most records keeps the id.
 */
export function carryIds(
  groups: readonly (readonly string[])[],
  before: ReadonlyMap<string, string>,
): Naming {
  const overlaps: { group: number; id: string; records: number }[] = [];
  groups.forEach((records, group) => {
    const counts = new Map<string, number>();
    for (const record of records) {
      const id = before.get(record);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const [id, count] of counts) overlaps.push({ group, id, records: count });
  });
  const first = (group: number) => [...groups[group]!].sort()[0]!;
  overlaps.sort(
    (x, y) =>
      y.records - x.records ||
      (x.id < y.id ? -1 : x.id > y.id ? 1 : first(x.group) < first(y.group) ? -1 : 1),
  );
  const ids = new Array<string | null>(groups.length).fill(null);
  const taken = new Set<string>();
  for (const { group, id } of overlaps) {
    if (ids[group] !== null || taken.has(id)) continue;
    ids[group] = id;
    taken.add(id);
  }
  const redirects = new Map<string, string | null>();
  for (const { group, id } of overlaps)
    if (!taken.has(id) && !redirects.has(id)) redirects.set(id, ids[group]!);
  return { ids, redirects };
}
