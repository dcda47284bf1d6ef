import { type DateOrder, splitDate } from '#kernel/split-date';

const wordDate =
  /^(\d{1,2})[\s-]+([A-Za-z]{3,})\.?[\s,-]+(\d{2})$|^([A-Za-z]{3,})\.?\s+(\d{1,2}),?\s+(\d{2})$/;

/**
 * The days a birth date can mean, each as `YYYYMMDD`; more than one when the text leaves the order open and no order is known.
 * Texts that name no day give none. Reads ISO, numbers in either order, months in words, and years of two digits.
 */
export function readBirthDays(text: string, order: DateOrder | undefined): string[] {
  const trimmed = text.trim().replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '');
  const word = wordDate.exec(trimmed);
  const written = word
    ? `${word[1] ?? word[5]} ${word[2] ?? word[4]} ${fullYear(Number(word[3] ?? word[6]))}`
    : trimmed;
  const days = new Set<string>();
  for (const one of order && order !== 'YMD' ? [order] : (['DMY', 'MDY'] as const)) {
    const read = splitDate(written, one);
    if (read.ok) days.add(compact(read.value.year, read.value.month, read.value.day));
  }
  return [...days].sort();
}

/** A day put together from three numbers in a known order; `null` when they name no day. */
export function joinBirthDay(parts: readonly string[], order: DateOrder | undefined): string | null {
  const numbers = parts.map((part) => Number(part.trim()));
  if (numbers.length !== 3 || numbers.some((number) => !Number.isInteger(number) || number < 1)) return null;
  const [first, second, third] = numbers as [number, number, number];
  const yearFirst = first > 31 || (order ?? 'YMD') === 'YMD';
  const [year, month, day] = yearFirst
    ? [first, second, third]
    : order === 'MDY'
      ? [third, first, second]
      : [third, second, first];
  if (year < 1800 || year > 2199 || month > 12 || day > 31) return null;
  return compact(year, month, day);
}

const fullYear = (year: number): number => year + (year < 70 ? 2000 : 1900);

const compact = (year: number, month: number, day: number): string =>
  `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
