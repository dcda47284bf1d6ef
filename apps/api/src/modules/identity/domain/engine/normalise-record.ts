import type { DateOrder } from '#kernel/split-date';
import { companyDomain, matchName } from '../company.ts';
import { readCountry } from '../country.ts';
import { readEmail } from '../email.ts';
import { foldText } from '../fold.ts';
import { readName } from '../name.ts';
import { isPlaceholder, readPhone } from '../phone.ts';
import { joinBirthDay, readBirthDays } from './normalise-date.ts';
import { readStreet } from './normalise-street.ts';
import { Column, type EngineRecord, knownFields, type NormalRecord, type RecordKind } from './record.ts';

/** Version of these rules; kept beside what they made, so that a later version knows what to redo. */
export const normalisationVersion = 2;

/** How the texts of a batch are to be read. */
export interface Reading {
  /** Which part of a date of numbers comes first, when it is known. */
  dateOrder?: DateOrder;
  /** The fields without a meaning, in the order of their columns. */
  others: readonly string[];
  /** Sources whose full names are names of organisations. */
  organisations?: ReadonlySet<string>;
}

const nothing =
  /^(?:n\/?a|nan|null|none|nil|unknown|undefined|not (?:known|given|provided|available)|tbd|tba|xx+|[-.?*_/\\\s]*|anonymous)$/i;
const junior: Record<string, number> = { jr: 1, sr: 2, '2': 2, '3': 3, '4': 4 };
const meant = new Set<string>(knownFields);

/** True for a field that the engine knows by meaning. */
export const isKnownField = (field: string): boolean => meant.has(field);

/** Brings a record to the form in which equal things are equal. Pure; doing it twice changes nothing more. */
export function normaliseRecord(record: EngineRecord, reading: Reading): NormalRecord {
  const said = (field: string): string[] =>
    (record.fields[field] ?? [])
      .map((value) => value.trim())
      .filter((value) => value !== '' && !nothing.test(value));
  const values: string[][] = Array.from({ length: Column.other + reading.others.length }, () => []);
  const add = (column: number, value: string | undefined): void => {
    const list = values[column]!;
    if (value && list.length < 12 && !list.includes(value)) list.push(value);
  };

  let suffix = 0;
  const fullNames = said('full_name');
  const asOrganisation = reading.organisations?.has(record.source) ?? false;
  const people: { given: string[]; family: string[] }[] = [];
  const nameSuffix = said('name_suffix')[0] ?? '';
  const given = said('given_name').join(' ');
  const family = said('family_name').join(' ');
  if (given || family) {
    const name = readName({ givenName: spaced(given), familyName: spaced(family), nameSuffix });
    people.push(name);
    suffix ||= suffixOf(name.suffix, `${family} ${nameSuffix}`) || suffixOf(generation(given), given);
  }
  for (const full of fullNames) {
    if (asOrganisation) continue;
    const name = readName({ fullName: spaced(full), nameSuffix });
    const han = isHan(full) && name.given.length + name.family.length > 1;
    people.push(han ? familyFirst([...name.given, ...name.family]) : name);
    suffix ||= suffixOf(name.suffix, full);
  }
  for (const { given: first, family: last } of people) {
    const [word, ...rest] = first.filter((part) => first.length === 1 || !generations.has(part));
    add(Column.given, word);
    for (const middle of rest) add(Column.middle, middle);
    add(Column.family, last.filter((part) => part !== 'i' || last.length === 1).join(' '));
  }
  for (const middle of said('middle_name'))
    for (const word of foldText(middle).split(' ')) add(Column.middle, word);
  const organisations = [...said('organisation'), ...(asOrganisation ? fullNames : [])];
  for (const name of organisations) add(Column.organisation, matchName(spaced(name)));

  const country = readCountry(said('country')[0]);
  for (const raw of said('email')) {
    const read = readEmail(raw);
    if (read ? !read.weak : raw.length > 4) add(Column.email, read?.mailbox ?? raw.toLowerCase());
  }
  if (values[Column.organisation]!.length > 0 && people.length === 0)
    for (const mailbox of values[Column.email]!)
      add(Column.web, companyDomain(mailbox.split('@')[1]) ?? undefined);
  for (const raw of said('phone')) add(Column.phone, phoneDigits(raw, country));
  const births = said('birth_date');
  const joined = births.length === 3 ? joinBirthDay(births, reading.dateOrder) : null;
  if (joined) add(Column.birth, joined);
  else
    for (const raw of births) for (const day of readBirthDays(raw, reading.dateOrder)) add(Column.birth, day);

  let postcode = said('postcode').join(' ');
  const number = [...said('unit'), ...said('street_number')].at(-1) ?? '';
  const lines = [...new Set(said('street_address'))];
  if (lines.length > 0) {
    const street = readStreet(lines.join(' '), number);
    add(Column.street, street.text);
    postcode ||= street.postcode ?? '';
  }
  if (postcode) add(Column.postcode, postcodeForm(postcode));
  add(Column.city, foldText(said('city').join(' ')));
  add(Column.state, foldText(said('state').join(' ')));
  for (const field of ['national_id', 'tax_id', 'passport'] as const)
    for (const raw of said(field)) {
      const id = foldText(raw)
        .replaceAll(' ', '')
        .replace(/^0+(?=.)/, '');
      if (id.length > 2 && !(id.length > 5 && isPlaceholder(id))) add(Column.id, `${field[0]}${id}`);
    }
  for (const raw of said('website')) add(Column.web, websiteForm(raw));
  for (const raw of said('handle')) add(Column.web, `@${raw.toLowerCase().replace(/^.*[/@]/, '')}`);
  for (const raw of said('gender')) add(Column.gender, genderForm(raw));
  reading.others.forEach((field, at) => {
    for (const raw of said(field)) add(Column.other + at, foldText(raw).slice(0, 200));
  });

  const isPerson =
    people.some((name) => name.given.length + name.family.length > 0) || values[Column.birth]!.length > 0;
  const kind: RecordKind = values[Column.organisation]!.length > 0 && !isPerson ? 'organisation' : 'person';
  return { kind, suffix, values };
}

/** True when full names of a source look like names of organisations; `names` is a sample of them. */
export function looksLikeOrganisations(names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const some = names.filter((name) => organisationWords.test(foldText(name)) || /[&\d]/.test(name)).length;
  return some / names.length > 0.2;
}

const organisationWords =
  /\b(?:inc|corp|co|llc|llp|ltd|limited|plc|gmbh|ag|sa|sas|srl|spa|bv|nv|oy|aps|company|corporation|group|bank|hotel|restaurant|cafe|caffe|bar|grill|bistro|kitchen|house|school|academy|college|university|church|hospital|clinic|center|centre|services?|systems?|solutions|software|technolog(?:y|ies)|international|foundation|association|society|institute|club|store|shop|market|pizza|deli|garden|room|inn|museum|library|studio|agency|partners|holdings|industries)\b/;

const generations = new Set(['ii', 'iii', 'iv', 'jr', 'sr', 'junior', 'senior']);

function suffixOf(read: string | undefined, written: string): number {
  if (read) return junior[read] ?? 0;
  return /\sI$/.test(written.trim()) ? 5 : 0;
}

// "Morris II" written where only the given name should be.
const generation = (given: string): string | undefined => readName({ familyName: `x ${given}` }).suffix;

const isHan = (text: string): boolean => /^[\p{Script=Han}\p{Script=Hangul}\s·・]+$/u.test(text);

// Han and Hangul write no spaces; their transliteration would be one long word.
const spaced = (text: string): string =>
  /[\p{Script=Han}\p{Script=Hangul}]/u.test(text)
    ? text.replace(/([\p{Script=Han}\p{Script=Hangul}])/gu, '$1 ').trim()
    : text;

const familyFirst = (words: string[]) => ({ family: words.slice(0, 1), given: words.slice(1) });

function phoneDigits(raw: string, country: string | null): string | undefined {
  const text = raw.replace(/(?:ext|x|#)\.?\s*\d+$/i, '').replace('(0)', '');
  const read = country && !text.trim().startsWith('+') ? readPhone(text, country) : null;
  const digits = (read && !read.weak ? read.value : text).replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 5 && digits.length <= 20 && !isPlaceholder(digits) ? digits : undefined;
}

function postcodeForm(text: string): string {
  const code = foldText(text).replaceAll(' ', '');
  return /^\d{9}$/.test(code) ? code.slice(0, 5) : /^0+$/.test(code) ? '' : code;
}

const websiteForm = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '');

function genderForm(text: string): string | undefined {
  const letter = foldText(text)[0];
  return letter === 'm' || letter === 'h' || letter === 'b'
    ? 'm'
    : letter === 'f' || letter === 'w' || letter === 'd'
      ? 'f'
      : undefined;
}
