import { hash as hashOf } from 'node:crypto';
import { jsonKey, jsonText, sortedKeys } from '#kernel/sorted-keys';
import type { Signal } from '#modules/house';

/**
 * A value as JSON whose keys stand in one order, so that equal contents are equal text. What is undefined is left out,
 * as in JSON.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return jsonText(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value);
  const record = value as Record<string, unknown>;
  let text = '';
  for (const key of sortedKeys(record)) {
    const part = record[key];
    if (part === undefined) continue;
    text += `${text ? ',' : ''}${jsonKey(key)}${canonicalJson(part)}`;
  }
  return `{${text}}`;
}

/**
 * What is kept of a signal besides its columns, and the hash by which a second telling is compared with the first. The time
 * does not count: rows that say none get that of the file or the delivery, which differs when they are told again.
 */
export function fingerprint(signal: Signal): { body: string; hash: string } {
  const body = canonicalJson({
    person: signal.person,
    others: signal.others,
    companies: signal.companies,
    body: signal.body,
  });
  const hash = hashOf('sha256', `${signal.kind}\n${signal.subjectKey}\n${body}`, 'hex');
  return { body, hash };
}
