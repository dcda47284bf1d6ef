/** What a table of people can say: our fields to which its columns can go. */
export const personFields = [
  'id',
  'fullName',
  'givenName',
  'familyName',
  'email',
  'phone',
  'company',
  'jobTitle',
  'street',
  'city',
  'region',
  'postcode',
  'country',
  'language',
  'birthDate',
  'website',
  'owner',
  'lifecycle',
  'tags',
  'linkedin',
  'twitter',
  'facebook',
  'instagram',
  'changedAt',
  'delete',
] as const;

/** One of our fields. */
export type PersonField = (typeof personFields)[number];

/** Our field → its column, or columns where it can have several. */
export type Mapping = Record<string, string | string[]>;

const several = new Set<string>(['email', 'phone', 'tags']);

/**
 * The mapping after a column was sent to a field, or to none. A field that can have only one column is taken away from the
 * column it had.
 */
export function mapColumn(
  columns: readonly { name: string; mappedTo: string | null }[],
  column: string,
  field: string | null,
): Mapping {
  const mapping: Record<string, string[]> = {};
  for (const { name, mappedTo } of columns) {
    const to = name === column ? field : mappedTo;
    if (!to || (to === field && name !== column && !several.has(to))) continue;
    mapping[to] = [...(mapping[to] ?? []), name];
  }
  return Object.fromEntries(
    Object.entries(mapping).map(([to, names]) => [to, names.length === 1 ? (names[0] ?? '') : names]),
  );
}
