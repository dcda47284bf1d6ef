import { type Say } from '#lib/intl/words.ts';
import { stageWords } from '#lib/stages.ts';
import type { FilterDefinition } from './filters.ts';
import type { ListSearch } from './list-search.ts';

/** How one value of a filter is called in the reader's language. */
export function valueText(definition: FilterDefinition, value: string, say: Say, locale: string): string {
  if (definition.name === 'stage' && value in stageWords)
    return say(stageWords[value as keyof typeof stageWords]);
  if (definition.kind === 'words' && definition.words[value]) return say(definition.words[value]);
  if (definition.kind === 'yesOrNo') return say(value === 'yes' ? 'customers.yes' : 'customers.no');
  if (definition.kind === 'openOrNone') return say(value === 'open' ? 'customers.some' : 'customers.none');
  if (definition.name === 'country') return nameOf(locale, 'region', value);
  if (definition.name === 'language') return nameOf(locale, 'language', value);
  return value;
}

/** A filter in words, as it stands on its chip. */
export function filterText(
  definition: FilterDefinition,
  search: ListSearch,
  say: Say,
  locale: string,
): string {
  const value = search[definition.name];
  if (definition.kind === 'number')
    return say('customers.chipNumber', {
      label: say(definition.label),
      value: Number(value),
      unit: definition.unit ? say(definition.unit, { count: Number(value) }) : '',
    });
  const values = (Array.isArray(value) ? value : [String(value)]).map((each) =>
    valueText(definition, each, say, locale),
  );
  const shown =
    values.length > 2 ? `${values.slice(0, 2).join(', ')} +${values.length - 2}` : values.join(', ');
  return say('customers.chip', { label: say(definition.label), values: shown });
}

function nameOf(locale: string, type: 'region' | 'language', code: string): string {
  // Sources write countries as words or codes: only a code can be looked up.
  if (!/^[a-z]{2,3}$/i.test(code)) return code;
  try {
    return new Intl.DisplayNames(locale, { type }).of(type === 'region' ? code.toUpperCase() : code) ?? code;
  } catch {
    return code;
  }
}
