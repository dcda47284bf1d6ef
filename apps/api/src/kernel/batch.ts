/** Cuts a list into pieces of at most `size`. */
export function* inPieces<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Groups a list by a key, keeping the order of first appearance. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Rows that say for which of `count` askers they are (`place`, from 1), as one list for each asker, in the order they came. */
export function inPlaces<Row extends { place: number }>(
  rows: Iterable<Row>,
  count: number,
): Omit<Row, 'place'>[][] {
  const lists: Omit<Row, 'place'>[][] = Array.from({ length: count }, () => []);
  for (const { place, ...row } of rows) lists[place - 1]?.push(row);
  return lists;
}

/** Found things in the order their ids were asked for; what was not found is `null`. */
export function inOrderOf<Row extends { id: string }>(
  ids: readonly string[],
  rows: Iterable<Row>,
): (Row | null)[] {
  const found = new Map<string, Row>();
  for (const row of rows) found.set(row.id, row);
  return ids.map((id) => found.get(id) ?? null);
}
