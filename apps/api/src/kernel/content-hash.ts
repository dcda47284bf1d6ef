import { hash } from 'node:crypto';
import { jsonKey, jsonText, sortedKeys } from './sorted-keys.ts';

/** A short hash of what a value says: the order of keys and missing values do not count. */
export const contentHash = (value: unknown): string => textHash(canonicalText(value));

/** The same of a value whose canonical text is known. */
export const textHash = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

/** JSON with its keys sorted and missing values left out: equal for values that say the same. */
export function canonicalText(value: unknown): string {
  if (typeof value === 'string') return jsonText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text ? ',' : ''}${canonicalText(item ?? null)}`;
    return `[${text}]`;
  }
  // Called for every part of every row of an import: loops, not chains of lists.
  for (const key of sortedKeys(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) text += `${text ? ',' : ''}${jsonKey(key)}${canonicalText(member)}`;
  }
  return `{${text}}`;
}
