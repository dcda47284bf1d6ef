import { isSupportedCountry } from 'libphonenumber-js';
import type { Source } from '#modules/sources';

/** What files and deliveries leave unsaid, and somebody says beside them. What is missing or `null` stays as it was; an empty text takes back what was said. */
export interface Unsaid {
  /** IANA zone of times that name none. */
  timeZone?: string | null;
  /** ISO 3166 alpha-2: where phone numbers without a country are dialled. */
  phoneCountry?: string | null;
  /** ISO 4217: of which currency amounts are that name none. */
  currency?: string | null;
}

/** What is wrong with what was said, naming the field; nothing when all of it can be meant. */
export function complaintAboutUnsaid({
  timeZone,
  phoneCountry,
  currency,
}: Unsaid): { code: string; message: string; field: keyof Unsaid } | undefined {
  if (timeZone && !isTimeZone(timeZone))
    return {
      code: 'BAD_TIME_ZONE',
      message: `“${timeZone}” is no time zone like Europe/Rome.`,
      field: 'timeZone',
    };
  if (phoneCountry && !isSupportedCountry(phoneCountry))
    return {
      code: 'BAD_COUNTRY',
      message: `“${phoneCountry}” is no country like IT.`,
      field: 'phoneCountry',
    };
  if (currency && !currencies.has(currency))
    return { code: 'BAD_CURRENCY', message: `“${currency}” is no currency like EUR.`, field: 'currency' };
  return undefined;
}

/** How a file is read when nobody has said otherwise: what it leaves unsaid is as its source has it. */
export function unsaidBy<
  Reading extends { timeZone: string; phoneCountry?: string; currency?: string } | null,
>(source: Pick<Source, 'timeZone' | 'phoneCountry' | 'currency'>, reading: Reading): Reading {
  if (!reading) return reading;
  const phoneCountry = reading.phoneCountry ?? source.phoneCountry;
  const currency = reading.currency ?? source.currency;
  return {
    ...reading,
    timeZone: reading.timeZone === 'UTC' ? source.timeZone : reading.timeZone,
    ...(phoneCountry ? { phoneCountry } : {}),
    ...(currency ? { currency } : {}),
  };
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
