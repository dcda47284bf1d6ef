import type { CompanyRef, PersonRef, RowReader, Said } from '#modules/house';

/** What a row says of a person. Ask for `row.extra()` last, when every other cell was asked for. */
export interface PersonRow extends PersonRef {
  at?: string | undefined;
  companies?: CompanyRef[];
}

/** The signal of a person. A row that names nobody is refused, and so is one by which nobody could be found again. */
export function personSaid(row: RowReader, { at, companies, ...person }: PersonRow): Said {
  const { fullName, givenName, familyName } = person.profile ?? {};
  const pointers = [
    ...(person.emails ?? []),
    ...(person.phones ?? []),
    ...(person.handles ?? []).map(({ value }) => value),
  ];
  if (!pointers.length && !fullName && !givenName && !familyName) {
    return row.refuse(
      'empty-row',
      'This row names nobody: it has no name, no e-mail address and no phone number',
    );
  }
  const whose = person.key ?? pointers[0]?.toLowerCase();
  if (!whose) {
    return row.refuse(
      'no-identifier',
      `${fullName ?? [givenName, familyName].filter(Boolean).join(' ')} could not be found again: the row has no id, e-mail address or phone number`,
    );
  }
  return {
    kind: 'person',
    subjectKey: person.key ?? `person:${whose}`,
    at,
    person,
    ...(companies ? { companies } : {}),
    body: {},
  };
}

/** The signal of a company. */
export function companySaid(row: RowReader, company: CompanyRef & { at?: string | undefined }): Said {
  const { at, ...ref } = company;
  const name = ref.name ?? ref.domain;
  if (!name) return row.refuse('empty-row', 'This row names no company: it has neither a name nor a domain');
  return {
    kind: 'company',
    subjectKey: ref.key ?? `company:${name.toLowerCase()}`,
    at,
    companies: [ref],
    body: {},
  };
}

/** The bare domain of a web address or of what was written as a domain. */
export const domainOf = (text: string | undefined): string | undefined =>
  text
    ?.toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .split(/[/?#:]/)[0] || undefined;
