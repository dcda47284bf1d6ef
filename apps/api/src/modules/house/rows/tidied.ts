import { setMember } from '#kernel/set-member';
import { jsonKey, jsonText, sortedKeys } from '#kernel/sorted-keys';

/** A value without what says nothing, and the canonical text of that. */
export interface Tidied {
  value: unknown;
  text: string;
}

/**
 * A value without members that say nothing: missing, empty texts, empty lists and objects. Its text (`canonicalText`) is written on the way, since
 * both are needed of every part of every row. Of what says nothing at all, `value` is undefined.
 */
export const tidied = (value: unknown): Tidied => tidy(value) ?? { value: undefined, text: 'null' };

function tidy(value: unknown): Tidied | undefined {
  if (value === '' || value === null || value === undefined) return undefined;
  if (typeof value === 'string') return { value, text: jsonText(value) };
  if (typeof value !== 'object') return { value, text: JSON.stringify(value) };
  return Array.isArray(value) ? tidyList(value) : tidyRecord(value);
}

function tidyList(list: readonly unknown[]): Tidied | undefined {
  const value: unknown[] = [];
  let text = '';
  for (const item of list) {
    const tidyItem = tidy(item);
    if (!tidyItem) continue;
    value.push(tidyItem.value);
    text += text ? `,${tidyItem.text}` : tidyItem.text;
  }
  return text ? { value, text: `[${text}]` } : undefined;
}

function tidyRecord(record: object): Tidied | undefined {
  let value: Record<string, unknown> | undefined;
  let text = '';
  for (const key of sortedKeys(record)) {
    const member = tidy((record as Record<string, unknown>)[key]);
    if (!member) continue;
    value ??= {};
    setMember(value, key, member.value);
    text += text ? `,${jsonKey(key)}${member.text}` : `${jsonKey(key)}${member.text}`;
  }
  return value && { value, text: `{${text}}` };
}
