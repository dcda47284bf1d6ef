import { cutText } from '#kernel/cut-text';
import { setMember } from '#kernel/set-member';
import type { CompanyRef, PersonRef } from '../signal.ts';
import { RowProblem } from './row-reader.ts';
import type { Said } from './said.ts';

const longestKey = 240;
const longestPointer = 500;
const longestValue = 10_000;
const mostPeople = 50;
const mostCompanies = 20;
const mostPointers = 50;

/**
 * What a row says, within what a signal may hold. An id that is too long refuses the row, since a cut id is another one; what
 * cannot be a mailbox, phone, handle or tag is left out; long words are cut.
 */
export function fitSignal(said: Said): Said {
  const key = keyOf(said.subjectKey)!;
  const { person, others, companies } = said;
  // Nearly everything fits as it is, and is not copied.
  const fits =
    (!person || personFits(person)) &&
    (!others || (others.length <= mostPeople && others.every(personFits))) &&
    (!companies || (companies.length <= mostCompanies && companies.every(companyFits)));
  if (fits) {
    fitBody(said.body);
    return said;
  }
  return {
    ...said,
    subjectKey: key,
    ...(said.person ? { person: fitPerson(said.person) } : {}),
    ...(said.others ? { others: said.others.slice(0, mostPeople).map(fitPerson) } : {}),
    body: fitBody(said.body),
    ...(said.companies ? { companies: said.companies.slice(0, mostCompanies).map(fitCompany) } : {}),
  };
}

const keyOf = (key: string | undefined): string | undefined => {
  if (key === undefined || key.length <= longestKey) return key;
  throw new RowProblem({ code: 'too-long', message: `${cutText(key, 60)} is too long for an id` });
};

/** What a body calls `…Key` are ids of other things. */
function fitBody(body: unknown): unknown {
  for (const name of Object.keys(body ?? {})) {
    if (!name.endsWith('Key')) continue;
    const value = (body as Record<string, unknown>)[name];
    if (typeof value === 'string') keyOf(value);
  }
  return body;
}

const short = (text: string): boolean => text.length <= longestPointer;

const pointersFit = (texts: readonly string[] | undefined): boolean =>
  !texts || (texts.length <= mostPointers && texts.every(short));

function personFits({ key, emails, phones, handles, profile }: PersonRef): boolean {
  return (
    keyOf(key) === key &&
    pointersFit(emails) &&
    pointersFit(phones) &&
    (!handles || (handles.length <= mostPointers && handles.every(({ value }) => short(value)))) &&
    (!profile || (pointersFit(profile.tags) && textsFit(profile)))
  );
}

const companyFits = ({ key, name, domain, role, profile }: CompanyRef): boolean =>
  keyOf(key) === key &&
  (!name || name.length <= longestPointer) &&
  (!domain || short(domain)) &&
  (!role || role.length <= longestPointer) &&
  (!profile || textsFit(profile));

function textsFit(profile: object): boolean {
  for (const name of Object.keys(profile)) {
    const value = (profile as Record<string, unknown>)[name];
    if (
      typeof value === 'string' ? value.length > longestValue : name === 'extra' && value && !textsFit(value)
    )
      return false;
  }
  return true;
}

function fitPerson({ key, emails, phones, handles, profile, ...more }: PersonRef): PersonRef {
  return {
    key: keyOf(key),
    emails: emails?.filter(short).slice(0, mostPointers),
    phones: phones?.filter(short).slice(0, mostPointers),
    handles: handles?.filter(({ value }) => short(value)).slice(0, mostPointers),
    profile: profile && fitTexts({ ...profile, tags: profile.tags?.filter(short).slice(0, mostPointers) }),
    ...more,
  };
}

const fitCompany = ({ key, name, domain, role, profile }: CompanyRef): CompanyRef => ({
  key: keyOf(key),
  name: name && cutText(name, longestPointer),
  domain: domain && short(domain) ? domain : undefined,
  role: role && cutText(role, longestPointer),
  profile: profile && fitTexts(profile),
});

function fitTexts<Profile extends object>(profile: Profile): Profile {
  const fitting: Record<string, unknown> = {};
  for (const name of Object.keys(profile)) {
    const value = (profile as Record<string, unknown>)[name];
    const fits =
      typeof value === 'string'
        ? cutText(value, longestValue)
        : name === 'extra' && value
          ? fitTexts(value)
          : value;
    setMember(fitting, name, fits);
  }
  return fitting as Profile;
}
