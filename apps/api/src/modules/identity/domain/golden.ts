import { readCountry } from '#kernel/read-country';
import type { CustomerToWrite, GoldenRecord } from '#modules/customers';
import { readPhone } from './phone.ts';
import { pointersOf, saidAt } from './statement.ts';
import {
  byKey,
  bySurvivorship,
  choiceOf,
  mailsOf,
  type Said,
  stewardSystem,
  trustOf,
  type Witness,
} from './survivorship.ts';
import { tagsOf } from './tags.ts';
import { showName } from './written-name.ts';

export { stewardSystem, type Witness };

/** What a customer's records say together. */
export interface GoldenCustomer extends Omit<CustomerToWrite, 'id'> {
  /** Every name, mailbox and phone, for the search. */
  searchWords: string[];
}

/** Attributes of which one value is chosen, as it was said. */
export const singleValues = [
  'jobTitle',
  'language',
  'timeZone',
  'city',
  'country',
  'birthDate',
  'website',
  'ownerName',
  'lifecycle',
] as const;

/**
 * Chooses each value of a customer: what a person pinned here first, then the most recent observation, then the more
 * trusted source, then the more complete record, then the order of keys; so that equal records give equal bytes.
 */
export function chooseGolden(witnesses: readonly Witness[]): GoldenCustomer {
  const golden: GoldenRecord = {};
  const choose = (attribute: string, said: Said[]): Said | null => {
    if (said.length > 1) said.sort(bySurvivorship);
    const best = said[0];
    if (!best) return null;
    golden[attribute] = choiceOf(best, said[1]);
    return best;
  };
  const names = witnesses.flatMap((witness): Said[] => {
    const name = showName(witness.current.values);
    if (!name) return [];
    const attribute = witness.current.values.familyName
      ? 'familyName'
      : witness.current.values.givenName
        ? 'givenName'
        : 'fullName';
    const rank = name.given && name.family ? 0 : 1;
    return [{ witness, value: name.display, at: saidAt(witness.current, attribute), rank }];
  });
  const bestName = choose('displayName', names);
  const shown = bestName && showName(bestName.witness.current.values);
  const part = (attribute: string, value: string | undefined): string | null => {
    if (!value || !bestName) return null;
    golden[attribute] = { ...golden.displayName!, value };
    return value;
  };
  const values = {} as Record<(typeof singleValues)[number], string | null>;
  for (const attribute of singleValues)
    values[attribute] = choose(attribute, saidOf(witnesses, attribute))?.value ?? null;
  const email = choose('email', mailsOf(witnesses))?.value ?? null;
  const phone = choose('phone', phonesOf(witnesses))?.value ?? null;
  const first = [...witnesses].sort((a, b) => trustOf(b) - trustOf(a) || byKey(a, b))[0];
  const handle = witnesses.flatMap(({ current }) => pointersOf(current).handles)[0]?.value;
  return {
    displayName:
      bestName?.value ?? email ?? phone ?? handle ?? (first ? `${first.sourceName} ${first.key}` : '?'),
    givenName: part('givenName', shown?.given),
    familyName: part('familyName', shown?.family),
    nameSuffix: part('nameSuffix', shown?.suffix),
    email,
    phone,
    tags: tagsOf(witnesses),
    golden,
    createdAt: witnesses.map(({ createdAt }) => createdAt).sort()[0]!,
    searchWords: searchWordsOf(witnesses),
    ...values,
  };
}

// Called for each attribute of each customer of an import: a loop, not a chain of lists.
function saidOf(witnesses: readonly Witness[], attribute: string): Said[] {
  const said: Said[] = [];
  for (const witness of witnesses) {
    const value = witness.current.values[attribute];
    if (value)
      said.push({
        witness,
        value: canonical(attribute, value),
        at: saidAt(witness.current, attribute),
        rank: 0,
      });
  }
  return said;
}

function canonical(attribute: string, value: string): string {
  if (attribute === 'country') return readCountry(value) ?? value;
  if (attribute !== 'language' || !/^[a-z]{2,3}([-_][a-z0-9]+)*$/i.test(value)) return value;
  let locale = locales.get(value);
  if (locale === undefined) {
    locale = canonicalLocale(value);
    if (locales.size > 1_000) locales.clear();
    locales.set(value, locale);
  }
  return locale;
}

const locales = new Map<string, string>();

function canonicalLocale(value: string): string {
  try {
    return Intl.getCanonicalLocales(value.replaceAll('_', '-'))[0] ?? value;
  } catch {
    return value;
  }
}

const phonesOf = (witnesses: readonly Witness[]): Said[] =>
  witnesses.flatMap((witness) =>
    pointersOf(witness.current).phones.flatMap((raw, place) => {
      const phone = readPhone(raw, readCountry(witness.current.values.country));
      if (!phone) return [];
      const value = phone.value.startsWith('+') ? phone.value : raw;
      return [
        {
          witness,
          value,
          at: saidAt(witness.current, 'phones'),
          rank: (phone.weak ? 1_000 : 0) + place,
        },
      ];
    }),
  );

function searchWordsOf(witnesses: readonly Witness[]): string[] {
  const words = new Set<string>();
  for (const { current } of witnesses) {
    const name = showName(current.values);
    if (name) words.add(name.display);
    const { emails, phones, handles } = pointersOf(current);
    for (const email of emails) words.add(email.toLowerCase());
    for (const raw of phones) {
      const phone = readPhone(raw, readCountry(current.values.country));
      words.add((phone?.value ?? raw).replace(/\D/g, ''));
    }
    for (const { value } of handles) words.add(value);
  }
  return [...words].sort();
}
