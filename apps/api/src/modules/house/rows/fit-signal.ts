import { cutText } from '#kernel/cut-text';
import { setMember } from '#kernel/set-member';
import type { CompanyRef, PersonRef } from '../signal.ts';
import { RowProblem } from './row-reader.ts';
import type { Said } from './said.ts';

const longestKey = 240;
const longestPointer = 500;
const longestValue = 10_000;

/**
 * What a row says, within what a signal may hold. An id that is too long refuses the row, since a cut id is another one; what
 * cannot be a mailbox, phone, handle or tag is left out; long words are cut.
 */
export function fitSignal(said: Said): Said {
  const key = keyOf(said.subjectKey)!;
  return {
    ...said,
    subjectKey: key,
    ...(said.person ? { person: fitPerson(said.person) } : {}),
    ...(said.others ? { others: said.others.slice(0, 50).map(fitPerson) } : {}),
    body: fitBody(said.body),
    ...(said.companies ? { companies: said.companies.slice(0, 20).map(fitCompany) } : {}),
  };
}

const keyOf = (key: string | undefined): string | undefined => {
  if (key === undefined || key.length <= longestKey) return key;
  throw new RowProblem({ code: 'too-long', message: `${cutText(key, 60)} is too long for an id` });
};

/** What a body calls `…Key` are ids of other things. */
function fitBody(body: unknown): unknown {
  for (const [name, value] of Object.entries(body ?? {})) {
    if (name.endsWith('Key') && typeof value === 'string') keyOf(value);
  }
  return body;
}

const short = (text: string): boolean => text.length <= longestPointer;

function fitPerson({ key, emails, phones, handles, profile, ...more }: PersonRef): PersonRef {
  return {
    key: keyOf(key),
    emails: emails?.filter(short).slice(0, 50),
    phones: phones?.filter(short).slice(0, 50),
    handles: handles?.filter(({ value }) => short(value)).slice(0, 50),
    profile: profile && fitTexts({ ...profile, tags: profile.tags?.filter(short).slice(0, 50) }),
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
