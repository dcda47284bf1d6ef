import { createHash } from 'node:crypto';

/** A short hash of what a value says: the order of keys and missing values do not count. */
export const contentHash = (value: unknown): string =>
  createHash('sha256').update(canonicalText(value)).digest('base64url').slice(0, 22);

/** JSON with its keys sorted and missing values left out: equal for values that say the same. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
  return `{${members.join(',')}}`;
}
