import { asJson } from './json-text.ts';
import { WireList, wireList } from './wire-list.ts';

/**
 * Values of one column as one parameter of a statement that says `$n::type[]`: in binary form where that is possible. JSON is given as plain
 * values, or as `JsonText`.
 */
export const listOf = (type: string, items: readonly unknown[]): WireList | readonly unknown[] => {
  const told = type === 'jsonb' || type === 'json' ? items.map(asJson) : items;
  return wireList(type, told) ?? told;
};
