import { readCountry } from '#kernel/read-country';
import type { DateOrder } from '#kernel/split-date';
import { companyDomain, matchName } from '../company.ts';
import { readEmail } from '../email.ts';
import { foldText } from '../fold.ts';
import { readName } from '../name.ts';
import { isPlaceholder, readPhone } from '../phone.ts';
import { joinBirthDay, readBirthDays } from './normalise-date.ts';
import { readStreet } from './normalise-street.ts';
import {
  Column,
  type EngineRecord,
  type KnownField,
  knownFields,
  type NormalRecord,
  type RecordKind,
} from './record.ts';

/** Version of these rules; kept beside what they made, so that a later version knows what to redo. */
export const normalisationVersion = 3;

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

const none: readonly string[] = [];
const empty: string[] = Object.freeze([]) as unknown as string[];

// What a text that says nothing can begin with: the rest, of millions of values nearly all, needs no closer look.
const beginsNothing = new Uint8Array(128);
for (const sign of 'nNuUtTxXaA-.?*_/\\') beginsNothing[sign.charCodeAt(0)] = 1;

function meaningOf(raw: string): string {
  const value = raw.trim();
  return beginsNothing[value.charCodeAt(0)] === 1 && nothing.test(value) ? '' : value;
}

// Values that say something, trimmed. What is as it should be is not copied: a million records have some eight fields each.
function meaningsOf(list: readonly string[] | undefined): readonly string[] {
  if (list === undefined || list.length === 0) return none;
  if (list.length > 1) return list.map(meaningOf).filter((value) => value !== '');
  const value = meaningOf(list[0]!);
  return value === list[0] ? (value === '' ? none : list) : value === '' ? none : [value];
}

const placeOf = new Map<string, number>(knownFields.map((field, place) => [field, place]));
const places = Object.fromEntries(placeOf) as Record<KnownField, number>;

// What a record says, by the place of its field: most fields say nothing, and are not asked for one by one.
const nowSaid: (readonly string[])[] = knownFields.map(() => none);

function listen(record: EngineRecord): void {
  nowSaid.fill(none);
  for (const field in record.fields) {
    const place = placeOf.get(field);
    if (place !== undefined) nowSaid[place] = meaningsOf(record.fields[field]);
  }
}

function add(values: string[][], column: number, value: string | undefined): void {
  if (!value) return;
  const list = values[column]!;
  if (list === empty) values[column] = [value];
  else if (list.length < 12 && !list.includes(value)) list.push(value);
}

/** Brings a record to the form in which equal things are equal. Pure; doing it twice changes nothing more. */
export function normaliseRecord(record: EngineRecord, reading: Reading): NormalRecord {
  const values: string[][] = new Array<string[]>(Column.other + reading.others.length).fill(empty);
  let suffix = 0;
  listen(record);
  const fullNames = nowSaid[places.full_name]!;
  const asOrganisation = reading.organisations?.has(record.source) ?? false;
  const people: { given: string[]; family: string[] }[] = [];
  const nameSuffix = nowSaid[places.name_suffix]![0] ?? '';
  const given = nowSaid[places.given_name]!.join(' ');
  const family = nowSaid[places.family_name]!.join(' ');
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
    add(values, Column.given, word);
    for (const middle of rest) add(values, Column.middle, middle);
    add(values, Column.family, last.filter((part) => part !== 'i' || last.length === 1).join(' '));
  }
  for (const middle of nowSaid[places.middle_name]!)
    for (const word of foldText(middle).split(' ')) add(values, Column.middle, word);
  const organisations = [...nowSaid[places.organisation]!, ...(asOrganisation ? fullNames : [])];
  for (const name of organisations) add(values, Column.organisation, matchName(spaced(name)));

  const country = readCountry(nowSaid[places.country]![0]);
  for (const raw of nowSaid[places.email]!) {
    const read = readEmail(raw);
    if (read ? !read.weak : raw.length > 4) add(values, Column.email, read?.mailbox ?? raw.toLowerCase());
  }
  if (values[Column.organisation]!.length > 0 && people.length === 0)
    for (const mailbox of values[Column.email]!)
      add(values, Column.web, companyDomain(mailbox.split('@')[1]) ?? undefined);
  for (const raw of nowSaid[places.phone]!) add(values, Column.phone, phoneDigits(raw, country));
  const births = nowSaid[places.birth_date]!;
  const joined = births.length === 3 ? joinBirthDay(births, reading.dateOrder) : null;
  if (joined) add(values, Column.birth, joined);
  else
    for (const raw of births)
      for (const day of readBirthDays(raw, reading.dateOrder)) add(values, Column.birth, day);

  let postcode = nowSaid[places.postcode]!.join(' ');
  const number = [...nowSaid[places.unit]!, ...nowSaid[places.street_number]!].at(-1) ?? '';
  const lines = [...new Set(nowSaid[places.street_address]!)];
  if (lines.length > 0) {
    const street = readStreet(lines.join(' '), number);
    add(values, Column.street, street.text);
    postcode ||= street.postcode ?? '';
  }
  if (postcode) add(values, Column.postcode, postcodeForm(postcode));
  add(values, Column.city, foldText(nowSaid[places.city]!.join(' ')));
  add(values, Column.state, foldText(nowSaid[places.state]!.join(' ')));
  for (const field of ['national_id', 'tax_id', 'passport'] as const)
    for (const raw of nowSaid[places[field]]!) {
      const id = foldText(raw)
        .replaceAll(' ', '')
        .replace(/^0+(?=.)/, '');
      if (id.length > 2 && !(id.length > 5 && isPlaceholder(id))) add(values, Column.id, `${field[0]}${id}`);
    }
  for (const raw of nowSaid[places.website]!) add(values, Column.web, websiteForm(raw));
  for (const raw of nowSaid[places.handle]!)
    add(values, Column.web, `@${raw.toLowerCase().replace(/^.*[/@]/, '')}`);
  for (const raw of nowSaid[places.gender]!) add(values, Column.gender, genderForm(raw));
  reading.others.forEach((field, at) => {
    for (const raw of meaningsOf(record.fields[field]))
      add(values, Column.other + at, foldText(raw).slice(0, 200));
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
  if (!written.includes('I')) return 0;
  return /\sI$/.test(written.trim()) ? 5 : 0;
}

// "Morris II" written where only the given name should be.
const generation = (given: string): string | undefined =>
  given.length > 6 && oneWord.test(given) ? undefined : readName({ familyName: `x ${given}` }).suffix;
const oneWord = /^[a-z]+$/i;

const ascii = /^[\0-\x7f]*$/;

const isHan = (text: string): boolean =>
  !ascii.test(text) && /^[\p{Script=Han}\p{Script=Hangul}\s·・]+$/u.test(text);

// Han and Hangul write no spaces; their transliteration would be one long word.
const spaced = (text: string): string =>
  !ascii.test(text) && /[\p{Script=Han}\p{Script=Hangul}]/u.test(text)
    ? text.replace(/([\p{Script=Han}\p{Script=Hangul}])/gu, '$1 ').trim()
    : text;

const familyFirst = (words: string[]) => ({ family: words.slice(0, 1), given: words.slice(1) });

const digitsOnly = /^\+?[\d ]*$/;

function phoneDigits(raw: string, country: string | null): string | undefined {
  const text = digitsOnly.test(raw) ? raw : raw.replace(/(?:ext|x|#)\.?\s*\d+$/i, '').replace('(0)', '');
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
