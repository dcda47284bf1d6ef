/** A value that says nothing: missing, empty text, empty list. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * What is known after one more thing was said: the newer wins, a blank never erases, and an older one only fills blanks.
 * On equal times the later arrival counts as newer.
 */
export function newest<Row extends { observedAt: Date }>(before: Row | undefined, said: Row): Row {
  if (!before) return said;
  const saidIsNewer = said.observedAt.getTime() >= before.observedAt.getTime();
  const [first, second] = saidIsNewer ? [said, before] : [before, said];
  const after = { ...first };
  for (const key of Object.keys(second) as (keyof Row)[]) if (isBlank(after[key])) after[key] = second[key];
  return after;
}
