/** The fields the engine knows by meaning; every other field is compared as text. */
export const knownFields = [
  'full_name',
  'given_name',
  'middle_name',
  'family_name',
  'name_suffix',
  'organisation',
  'email',
  'phone',
  'birth_date',
  'gender',
  'street_address',
  'street_number',
  'unit',
  'city',
  'state',
  'postcode',
  'country',
  'national_id',
  'tax_id',
  'passport',
  'website',
  'handle',
  'occupation',
  'birth_place',
] as const;

/** The name of a field that the engine knows by meaning. */
export type KnownField = (typeof knownFields)[number];

/** A record as a source wrote it. */
export interface EngineRecord {
  /** Unique among all records; also what makes the order of arrival of no account. */
  id: string;
  /** Which system, list or file it came from. */
  source: string;
  /** Values by field, as written; a field may have several and any field may be missing. */
  fields: Readonly<Record<string, readonly string[]>>;
}

/** Whom a record is about. People and organisations are never the same. */
export type RecordKind = 'person' | 'organisation';

/** The columns of the engine, in this order; columns of other fields follow after the last. */
export const columns = [
  'given',
  'middle',
  'family',
  'organisation',
  'email',
  'phone',
  'birth',
  'street',
  'postcode',
  'city',
  'state',
  'id',
  'web',
  'gender',
] as const;

/** The number of a column in `columns`. */
export const Column = {
  given: 0,
  middle: 1,
  family: 2,
  organisation: 3,
  email: 4,
  phone: 5,
  birth: 6,
  street: 7,
  postcode: 8,
  city: 9,
  state: 10,
  id: 11,
  web: 12,
  gender: 13,
  /** The first column of a field without a meaning. */
  other: 14,
} as const;

/** A record after normalisation: for each column its values, each in the form in which equal things are equal. */
export interface NormalRecord {
  kind: RecordKind;
  /** Generational suffix: 0 none, 1 junior, 2 senior or second, 3 third, 4 fourth, 5 first. */
  suffix: number;
  values: string[][];
}
