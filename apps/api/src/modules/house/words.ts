import { z } from 'zod';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that PostgreSQL or a terminal cannot bear
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

// As most text is written: nothing to clean but its ends.
const plain = /^[\t\n\r -~]*$/;

/** Text as we keep it: trimmed, NFC, without control characters and halves of characters. */
export const cleanText = (text: string): string =>
  plain.test(text)
    ? text.trim()
    : text
        .replace(/\p{Surrogate}/gu, '\uFFFD')
        .replace(unprintable, '')
        .normalize('NFC')
        .trim();

/** Text that must say something, in at most `max` characters. */
export const word = (max = 500) => z.string().overwrite(cleanText).min(1).max(max);

/** Text that may be missing; an empty one says nothing. A missing one is done with at once: most of the texts of a body are. */
export const maybeWord = (max = 500) =>
  z
    .string()
    .max(max)
    .nullable()
    .transform((text) => (text && cleanText(text)) || undefined)
    .optional();

/** A point in time, ISO 8601 with zone. Kept as text, so that a body stays JSON. */
export const instant = z.iso.datetime({ offset: true });

/** A calendar day, `YYYY-MM-DD`. */
export const calendarDay = z.iso.date();

/** An amount of money in units of its currency (euros, not cents). */
export const amount = z.number().min(-999_999_999_999).max(999_999_999_999);

/** ISO 4217, upper case. */
export const currency = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{3}$/)
  .toUpperCase();

/** The departments, for bodies that name one. */
export const departmentWord = z.enum(['sales', 'marketing', 'support']);
