import type { Current } from '../statement.ts';
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

/** What a source record says now, as the engine reads it. A person's website is seldom their own and is left out. */
export function recordOfStatement(
  id: string,
  source: string,
  said: Pick<Current, 'values' | 'emails' | 'phones'>,
): EngineRecord {
  const fields: Record<string, string[]> = {};
  for (const [attribute, field] of Object.entries(FIELD_OF)) {
    const value = said.values[attribute];
    if (value) fields[field] = [value];
  }
  if (said.emails?.length) fields.email = said.emails;
  if (said.phones?.length) fields.phone = said.phones;
  return { id, source, fields };
}

/** The fields that such records may have. */
export const statementFields: readonly string[] = [...Object.values(FIELD_OF), 'email', 'phone'];
