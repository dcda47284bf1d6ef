import { type Current, pointersOf } from '../statement.ts';
import type { EngineRecord } from './record.ts';

const FIELD_OF: Readonly<Record<string, string>> = {
  fullName: 'full_name',
  givenName: 'given_name',
  familyName: 'family_name',
  nameSuffix: 'name_suffix',
  street: 'street_address',
  city: 'city',
  region: 'state',
  postcode: 'postcode',
  country: 'country',
  birthDate: 'birth_date',
};

const fieldOf = new Map(Object.entries(FIELD_OF));

/** What a source record says now, as the engine reads it, with what others mention of it. A person's website is seldom their own and is left out. */
export function recordOfStatement(
  id: string,
  source: string,
  said: Pick<Current, 'values'> & Partial<Current>,
): EngineRecord {
  const fields: Record<string, string[]> = {};
  for (const attribute in said.values) {
    const field = fieldOf.get(attribute);
    const value = said.values[attribute];
    if (field !== undefined && value) fields[field] = [value];
  }
  const { emails, phones, handles } = pointersOf(said);
  if (emails.length > 0) fields.email = emails;
  if (phones.length > 0) fields.phone = phones;
  if (handles.length > 0) fields.handle = handles.map(({ kind, value }) => `${kind}:${value}`);
  return { id, source, fields };
}

/** The fields that such records may have. */
export const statementFields: readonly string[] = [...Object.values(FIELD_OF), 'email', 'phone', 'handle'];
