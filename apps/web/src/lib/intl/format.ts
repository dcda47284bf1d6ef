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
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The ways in which a moment is written. */
export type DateStyle = keyof typeof dateStyles;

/** Writes a moment in a language. */
export function formatDate(locale: string, at: string | Date, style: DateStyle = 'date'): string {
  // "Yesterday" is how people say it; "last week" could be eight days or thirteen.
  const format = (unit: Intl.RelativeTimeFormatUnit) => {
    const numeric = unit === 'day' || unit === 'second' ? 'auto' : 'always';
    return once(
      `r${locale}${numeric}`,
      () => new Intl.RelativeTimeFormat(locale, { numeric, style: 'short' }),
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
    number: (value: number) => formatNumber(locale, value),
    money: (amount: number, currency: string | null) => formatMoney(locale, amount, currency),
    ago: (at: string | Date, now?: Date) => formatAgo(locale, at, now),
  };
}
