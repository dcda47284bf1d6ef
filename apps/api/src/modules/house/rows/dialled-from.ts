import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { readCountry } from '#kernel/read-country';
import type { PersonRef } from '../signal.ts';

/**
 * What was told, with the country code before every phone number that is dialled within a country (ISO 3166 alpha-2): of people who
 * live elsewhere by their own words the numbers stay, since theirs are dialled there. What is no number there stays as it was written.
 */
export function dialledFrom<
  Said extends { person?: PersonRef | undefined; others?: PersonRef[] | undefined },
>(country: string, said: Said): Said {
  if (!isSupportedCountry(country)) return said;
  return {
    ...said,
    ...(said.person ? { person: dialled(said.person, country) } : {}),
    ...(said.others ? { others: said.others.map((person) => dialled(person, country)) } : {}),
  };
}

function dialled(person: PersonRef, country: CountryCode): PersonRef {
  if (!person.phones?.length || readCountry(person.profile?.country)) return person;
  return { ...person, phones: person.phones.map((phone) => withCode(phone, country)) };
}

function withCode(phone: string, country: CountryCode): string {
  if (/^\s*(\+|00)/.test(phone)) return phone;
  const number = parsePhoneNumberFromString(phone, country);
  return number?.isValid() ? number.formatInternational() : phone;
}
