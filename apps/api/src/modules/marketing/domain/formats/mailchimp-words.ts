import { createHash } from 'node:crypto';
import { consentSaid, type RowReader, type Said } from '#modules/house';

/** Mailchimp's id of a member: the MD5 of the lower-case address, the same in its files, its API and its reports. */
export const memberKey = (email: string): string =>
  `member:${createHash('md5').update(email.trim().toLowerCase()).digest('hex')}`;

/** Where a member stands: what may be mailed to them. `undefined` when nothing is said. */
export type Standing = 'subscribed' | 'unsubscribed' | 'cleaned';

/** The mailbox of a member; a row without one is refused. */
export const emailOf = (row: RowReader, column: string): string =>
  row.emails(column)[0] ??
  row.refuse('bad-email', `${row.text(column) ?? 'Nothing'} is not an e-mail address`, column);

/** What a row of Mailchimp says of a member. */
export interface Member {
  key: string;
  email: string;
  standing: Standing | undefined;
  /** Of which audience, where several are in one file. */
  audience?: string | undefined;
  at: string | undefined;
  /** When the standing began. */
  since: string | undefined;
  evidence: Record<string, string | undefined>;
  euid: string | undefined;
  givenName: string | undefined;
  familyName: string | undefined;
  phones: string[];
  language?: string | undefined;
  timeZone: string | undefined;
  tags: string[];
}

/** The signals of a member: who they are, and whether they agreed. A bounced address counts as a withdrawal: nothing may be sent there. */
export function memberSaid(row: RowReader, member: Member): Said[] {
  const { key, email, standing, at, since, evidence } = member;
  const person: Said = {
    kind: 'person',
    subjectKey: key,
    at,
    person: {
      key,
      emails: [email],
      phones: member.phones,
      handles: member.euid ? [{ kind: 'mailchimp', value: member.euid }] : [],
      profile: {
        givenName: member.givenName,
        familyName: member.familyName,
        language: member.language,
        timeZone: member.timeZone,
        tags: member.tags.slice(0, 50),
        extra: row.extra(),
      },
    },
    body: {},
  };
  if (!standing) return [person];
  const state = standing === 'subscribed' ? 'granted' : 'withdrawn';
  const whose = member.audience ? `${key}:${member.audience}` : key;
  return [person, consentSaid({ key, emails: [email] }, whose, state, since ?? at, { evidence })];
}

/** `"newsletter","buyer"`: quoted names inside one cell. */
export const readTags = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/"((?:[^"]|"")*)"|([^",]+)/g)]
    .map(([, quoted, bare]) => (quoted?.replaceAll('""', '"') ?? bare ?? '').trim())
    .filter(Boolean);
