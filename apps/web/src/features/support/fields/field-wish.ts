import type { OwnField, OwnFieldValue } from './fields.documents.ts';

/** What is to stand in a field: in the place of its kind; nothing at all empties it. */
export interface FieldWish {
  key: string;
  text?: string;
  number?: number;
  date?: string;
  yes?: boolean;
  choices?: string[];
}

/** What stands in a field now, as a wish: the way back after it was changed. */
export function wishOf({ field, text, number, date, yes, choices }: OwnFieldValue): FieldWish {
  return {
    key: field.key,
    ...(text === null ? {} : { text }),
    ...(number === null ? {} : { number }),
    ...(date === null ? {} : { date }),
    ...(yes === null ? {} : { yes }),
    ...(choices.length > 0 ? { choices: choices.map(({ value }) => value) } : {}),
  };
}

/** How values are put into words. */
export interface FieldFormat {
  number: (value: number) => string;
  date: (value: string) => string;
  yes: string;
  no: string;
}

/** A wish as people read it; `null` when it empties its field. */
export function wishText(
  field: Pick<OwnField, 'options'>,
  wish: FieldWish,
  format: FieldFormat,
): string | null {
  if (wish.text !== undefined) return wish.text;
  if (wish.number !== undefined) return format.number(wish.number);
  if (wish.date !== undefined) return format.date(wish.date);
  if (wish.yes !== undefined) return wish.yes ? format.yes : format.no;
  if (!wish.choices?.length) return null;
  return wish.choices.map((one) => field.options.find(({ value }) => value === one)?.label ?? one).join(', ');
}

/** A number as somebody typed it, with either decimal sign; `null` when it is none. */
export function typedNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
