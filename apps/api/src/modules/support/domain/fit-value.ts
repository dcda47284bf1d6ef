import { readDay } from '#kernel/read-date';
import { readFlag } from '#kernel/read-flag';
import { readNumber } from '#kernel/read-number';
import { accept, type Result, refuse } from '#kernel/result';
import { cleanText } from '#modules/house';
import type { FieldValue } from './field-value.ts';
import type { SaidWord } from './read-ticket-signal.ts';
import type { FieldOption, TicketField } from './ticket-field.ts';

/** The longest text of a field. */
export const longestValue = 2_000;

const largest = 999_999_999_999;

const wants = {
  text: `a text of at most ${longestValue} characters`,
  number: 'a number',
  date: 'a day (YYYY-MM-DD)',
  'yes-no': 'yes or no',
  choice: 'one of its options',
  several: 'some of its options',
} as const;

/** What was said, without how it was written. */
export const plainWord = (said: SaidWord): string | number | boolean | string[] =>
  typeof said === 'object' && 'text' in said ? said.text : said;

const shortly = (said: SaidWord): string => {
  const plain = plainWord(said);
  const text = typeof plain === 'string' ? plain : JSON.stringify(plain);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

function optionOf(options: readonly FieldOption[], text: string): string | null {
  const plain = text.toLowerCase();
  const found =
    options.find(({ value }) => value === text) ??
    options.find(({ value, label }) => label.toLowerCase() === plain || value.toLowerCase() === plain);
  return found?.value ?? null;
}

function severalOf(options: readonly FieldOption[], said: string | readonly string[]): string[] | null {
  const whole = typeof said === 'string' ? optionOf(options, said) : null;
  if (whole) return [whole];
  const parts = typeof said === 'string' ? said.split(/[;,|]/) : said;
  const words = parts.map((part) => part.trim()).filter(Boolean);
  const found = words.map((text) => optionOf(options, text));
  return found.length === 0 || found.includes(null) ? null : [...new Set(found as string[])];
}

const plainly = { decimal: '.', dateOrder: 'YMD' } as const;

function readText(
  field: TicketField,
  text: string,
  habits: { decimal: '.' | ','; dateOrder: 'YMD' | 'DMY' | 'MDY' },
) {
  const { kind, options } = field;
  if (kind === 'text') return text && text.length <= longestValue ? text : null;
  if (kind === 'number') {
    const read = readNumber(text, habits.decimal);
    return read.ok && Math.abs(read.value) <= largest ? read.value : null;
  }
  if (kind === 'date') {
    const read = readDay(text, { dateOrder: habits.dateOrder });
    return read.ok ? read.value : null;
  }
  if (kind === 'yes-no') return text ? (readFlag(text) ?? null) : null;
  return kind === 'choice' ? optionOf(options, text) : severalOf(options, text);
}

function readValue(field: TicketField, said: SaidWord): FieldValue | null {
  const plain = plainWord(said);
  if (field.kind === 'yes-no' && typeof plain === 'boolean') return plain;
  if (field.kind === 'several' && Array.isArray(plain)) return severalOf(field.options, plain);
  if (field.kind === 'choice' && Array.isArray(plain))
    return plain.length === 1 ? optionOf(field.options, plain[0]!) : null;
  if (typeof plain !== 'string' && typeof plain !== 'number') return null;
  const habits = typeof said === 'object' && 'text' in said ? said : plainly;
  return readText(field, cleanText(String(plain)), habits);
}

/**
 * What somebody said, as a value of a field: words of other systems are read (`1,500.50`, `oui`, the label of an option); what does
 * not fit is refused in words that name the field and what it takes.
 */
export function fitValue(field: TicketField, said: SaidWord): Result<FieldValue, string> {
  const value = readValue(field, said);
  return value === null
    ? refuse(`“${field.name}” takes ${wants[field.kind]}, not “${shortly(said)}”.`)
    : accept(value);
}
