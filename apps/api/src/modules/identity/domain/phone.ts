import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { plainNationalPart } from './numbering-plans.ts';

/** A phone number as we compare it. */
export interface Phone {
  /** E.164 (`+40721000111`), or bare digits when its country is not known. */
  value: string;
  /** A placeholder, an emergency number, or a number whose country is not known: it identifies nobody. */
  weak: boolean;
}

const cache = new Map<string, Phone | null>();

/** Reads a phone number; `country` (ISO 3166 alpha-2) is where a number without a country code is dialled. `null` for text that is none. */
export function readPhone(raw: string, country?: string | null): Phone | null {
  const key = country ? `${country} ${raw}` : raw;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const read = parse(raw.trim(), country);
  if (cache.size > 50_000) cache.clear();
  cache.set(key, read);
  return read;
}

const spaced = /^\+\d[\d .-]*$/;

function parse(text: string, country?: string | null): Phone | null {
  // Most exports already write E.164: the full grammar costs fifty times as much.
  if (/^\+[1-9]\d{8,14}$/.test(text)) return { value: text, weak: isPlaceholder(text.slice(1)) };
  const digits = text.replace(/\D/g, '');
  const national = spaced.test(text) ? plainNationalPart(digits) : 0;
  if (national > 0) return { value: `+${digits}`, weak: isPlaceholder(digits.slice(national)) };
  if (digits.length < 5 || digits.length > 20) return null;
  const hint = country && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const international = text.startsWith('00') ? `+${text.slice(2)}` : text;
  const number = parsePhoneNumberFromString(international.replace(/\(0\)/, ''), hint);
  if (number?.isPossible()) return { value: number.number, weak: isPlaceholder(number.nationalNumber) };
  return { value: digits.slice(0, 15), weak: true };
}

/** True for digits that a keyboard gives when nobody has a number: all equal, or counted up or down. */
export function isPlaceholder(digits: string): boolean {
  const tail = digits.slice(-7);
  return (
    /^(\d)\1+$/.test(tail) || '01234567890123456789'.includes(tail) || '98765432109876543210'.includes(tail)
  );
}
