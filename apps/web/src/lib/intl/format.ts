import { useIntl } from 'react-intl';

const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>();

// Making an Intl formatter costs far more than using it, and lists use thousands.
function once<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  const known = made.get(key);
  if (known) return known as T;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

const dateStyles = {
  date: { dateStyle: 'medium' },
  dateTime: { dateStyle: 'medium', timeStyle: 'short' },
  time: { timeStyle: 'short' },
  day: { dateStyle: 'full' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The ways in which a moment is written. */
export type DateStyle = keyof typeof dateStyles;

/** Writes a moment in a language. */
export function formatDate(locale: string, at: string | Date, style: DateStyle = 'date'): string {
  const format = once(`d${locale}${style}`, () => new Intl.DateTimeFormat(locale, dateStyles[style]));
  return format.format(typeof at === 'string' ? new Date(at) : at);
}

/** Writes the hours between two moments of one day: "12 – 2 PM", "12–14". */
export const formatHours = (locale: string, from: Date, until: Date): string =>
  (
    once(`h${locale}`, () => new Intl.DateTimeFormat(locale, { hour: 'numeric' })) as Intl.DateTimeFormat
  ).formatRange(from, until);

/** Writes a number in a language. */
export function formatNumber(locale: string, value: number): string {
  return once(`n${locale}`, () => new Intl.NumberFormat(locale)).format(value);
}

/** Writes a number with its sign and one decimal: "+18.9", "−1.2". */
export function formatSigned(locale: string, value: number): string {
  return once(
    `s${locale}`,
    () =>
      new Intl.NumberFormat(locale, {
        signDisplay: 'exceptZero',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
  )
    .format(value)
    .replace('-', '−');
}

/** Writes a month (`2026-03`) below an axis: its short name, and the year where somebody needs it. */
export function formatMonth(locale: string, month: string, withYear: boolean): string {
  return once(
    `mo${locale}${withYear}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        month: 'short',
        timeZone: 'UTC',
        ...(withYear ? { year: 'numeric' } : {}),
      }),
  ).format(new Date(`${month}-15T12:00:00Z`));
}

/** Writes a large number by its first two digits, as nobody knows it better: "480,000". */
export function formatAbout(locale: string, value: number): string {
  return once(`a${locale}`, () => new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 })).format(
    value,
  );
}

/** Writes a part of one as a percentage; near nothing and near all, where a tenth counts, with one decimal. */
export function formatPercent(locale: string, part: number): string {
  const digits = part < 0.01 || part > 0.99 ? 1 : 0;
  return once(
    `p${locale}${digits}`,
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }),
  ).format(part);
}

/** Writes money; whole amounts go without cents, and a sum over several currencies without a sign. */
export function formatMoney(locale: string, amount: number, currency: string | null): string {
  if (!currency) return formatNumber(locale, amount);
  const digits = Number.isInteger(amount) ? 0 : 2;
  return once(
    `m${locale}${currency}${digits}`,
    () =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  ).format(amount);
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  // Under two years the months say more than "last year".
  ['year', 63_115_200],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Writes how long ago (or ahead) a moment is: "2 hours ago". */
export function formatAgo(locale: string, at: string | Date, now: Date = new Date()): string {
  const seconds = ((typeof at === 'string' ? new Date(at) : at).getTime() - now.getTime()) / 1000;
  // "Yesterday" is how people say it; "last week" could be eight days or thirteen.
  const format = (unit: Intl.RelativeTimeFormatUnit) => {
    const numeric = unit === 'day' || unit === 'second' ? 'auto' : 'always';
    // "Il y a 10 m." could be minutes: months are written out.
    const style = unit === 'month' ? 'long' : 'short';
    return once(
      `r${locale}${numeric}${style}`,
      () => new Intl.RelativeTimeFormat(locale, { numeric, style }),
    );
  };
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size)
      return format(unit).format(Math.trunc(seconds / (unit === 'year' ? 31_557_600 : size)), unit);
  }
  return format('second').format(0, 'second');
}

/** The formatters of the current language. */
export function useFormat() {
  const { locale } = useIntl();
  return {
    date: (at: string | Date, style?: DateStyle) => formatDate(locale, at, style),
    month: (month: string, withYear = true) => formatMonth(locale, month, withYear),
    hours: (from: Date, until: Date) => formatHours(locale, from, until),
    number: (value: number) => formatNumber(locale, value),
    signed: (value: number) => formatSigned(locale, value),
    about: (value: number) => formatAbout(locale, value),
    percent: (part: number) => formatPercent(locale, part),
    money: (amount: number, currency: string | null) => formatMoney(locale, amount, currency),
    ago: (at: string | Date, now?: Date) => formatAgo(locale, at, now),
  };
}
