const known = new Map<string, string>();

/**
 * A column's name without what systems disagree about: case, spaces, signs, accents and HubSpot's `property_` prefix. `Record ID`,
 * `RECORDID`, `RecordId` and `record_id` are one column.
 */
export function plainName(column: string): string {
  let plain = known.get(column);
  if (plain === undefined) {
    plain = column
      .toLowerCase()
      .replace(/^property_/, '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, '');
    if (known.size > 20_000) known.clear();
    known.set(column, plain);
  }
  return plain;
}
