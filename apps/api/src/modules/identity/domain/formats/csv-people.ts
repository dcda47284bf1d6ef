import { defineFormat, type FileHeader, type Format, plainName, type RowReader, skip } from '#modules/house';
import { columnWords, type PersonField } from './column-words.ts';
import { personSaid } from './person-said.ts';

/** Which column says what: our field → their column or columns. */
export type ColumnMapping = Partial<Record<PersonField, string | string[]>>;

const fields = Object.keys(columnWords) as PersonField[];
const identifying: PersonField[] = ['email', 'phone', 'linkedin', 'twitter', 'facebook', 'instagram'];
// `;ext=` belongs to the number before it (RFC 3966).
const betweenPhones = /\s*;\s*(?!ext=)/;
const several = new Set<PersonField>(['email', 'phone', 'tags']);

/** Guesses the mapping from the names of the columns, each column once; phones and e-mails may be several. */
export function guessMapping(columns: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {};
  const taken = new Set<string>();
  for (const field of fields) {
    const words = columnWords[field].map(plainName);
    const found = words
      .flatMap((word) => columns.filter((column) => plainName(column) === word))
      .filter((column) => !taken.has(column));
    const chosen = several.has(field) ? [...new Set(found)] : found.slice(0, 1);
    for (const column of chosen) taken.add(column);
    if (chosen.length) mapping[field] = chosen.length === 1 ? chosen[0]! : chosen;
  }
  return mapping;
}

const guesses = new WeakMap<FileHeader, ColumnMapping>();

function guessOf(header: FileHeader): ColumnMapping {
  let guess = guesses.get(header);
  if (!guess) {
    guess = guessMapping(header.columns);
    guesses.set(header, guess);
  }
  return guess;
}

/** Any other table of people, by a mapping of its columns that is guessed and can be changed. */
export const csvPeople: Format = {
  ...defineFormat({
    name: 'csv-people',
    system: 'csv',
    label: 'People, with columns of your own',
    order: 20,
    hasPhones: true,
    marks: { needs: [] },
    read(row) {
      const columns = (field: PersonField): string[] => [mappingOf(row)[field] ?? []].flat();
      const text = (field: PersonField) => (columns(field).length ? row.text(...columns(field)) : undefined);
      if (columns('delete').length && row.flag(...columns('delete'))) return skip('to-be-deleted');
      const id = text('id');
      const company = text('company');
      const role = text('jobTitle');
      const emails = row.emails(...columns('email'));
      const phones = row.texts(...columns('phone')).flatMap((cell) => cell.split(betweenPhones));
      const networks = ['linkedin', 'twitter', 'facebook', 'instagram'] as const;
      const handles = networks.flatMap((kind) =>
        row.texts(...columns(kind)).map((value) => ({ kind, value })),
      );
      if (
        !id &&
        !emails.length &&
        !phones.length &&
        !handles.length &&
        columns('email').some((name) => row.text(name))
      ) {
        row.refuse('bad-email', `${text('email')} is not an e-mail address`, columns('email')[0]);
      }
      return personSaid(row, {
        ...(id ? { key: `person:${id}` } : {}),
        at: columns('changedAt').length ? row.moment(...columns('changedAt')) : undefined,
        emails,
        phones,
        handles,
        profile: {
          fullName: text('fullName'),
          givenName: text('givenName'),
          familyName: text('familyName'),
          jobTitle: role,
          street: text('street'),
          city: text('city'),
          region: text('region'),
          postcode: text('postcode'),
          country: text('country'),
          language: text('language'),
          birthDate: columns('birthDate').length ? row.day(...columns('birthDate')) : undefined,
          website: text('website'),
          ownerName: text('owner'),
          lifecycle: text('lifecycle'),
          tags: columns('tags').length ? row.list(/[;,|]/, ...columns('tags')).slice(0, 50) : [],
          extra: row.extra(),
        },
        companies: company ? [{ name: company, ...(role ? { role } : {}) }] : [],
      });
    },
  }),
  guessMapping: (columns) => ({ ...guessMapping(columns) }),
  mappedFields: fields,
  recognise(header) {
    if (header.collection !== undefined) return 0;
    const guess = guessOf(header);
    if (!identifying.some((field) => guess[field])) return 0;
    // Always less sure than a format that knows its system's own columns.
    return 0.5 + 0.09 * Math.min(1, Object.keys(guess).length / Math.max(header.columns.length, 1));
  },
};

const mappingOf = (row: RowReader): ColumnMapping =>
  (row.options.mapping as ColumnMapping | undefined) ?? guessOf(row.header);
