/** What a record of a person may say, after its name (`record_id`). */
export const PERSON_COLUMNS = [
  'source',
  'full_name',
  'given_name',
  'middle_name',
  'family_name',
  'name_suffix',
  'email',
  'email_2',
  'phone',
  'phone_2',
  'birth_date',
  'gender',
  'street',
  'street_number',
  'unit',
  'city',
  'state',
  'postcode',
  'country',
  'organisation',
  'occupation',
  'recorded_on',
] as const;
export type PersonRow = Partial<Record<(typeof PERSON_COLUMNS)[number], string>>;

/** What a record of a firm may say, after its name. */
export const FIRM_COLUMNS = [
  'source',
  'organisation',
  'email',
  'phone',
  'website',
  'tax_id',
  'street',
  'city',
  'state',
  'postcode',
  'country',
] as const;
export type FirmRow = Partial<Record<(typeof FIRM_COLUMNS)[number], string>>;

/** How the columns are to be read, in the format of `ancora resolve --map`. */
export const PERSON_MAP = {
  id: 'record_id',
  source: { column: 'source' },
  fields: {
    full_name: 'full_name',
    given_name: 'given_name',
    middle_name: 'middle_name',
    family_name: 'family_name',
    name_suffix: 'name_suffix',
    email: ['email', 'email_2'],
    phone: ['phone', 'phone_2'],
    birth_date: 'birth_date',
    gender: 'gender',
    street_address: 'street',
    street_number: 'street_number',
    unit: 'unit',
    city: 'city',
    state: 'state',
    postcode: 'postcode',
    country: 'country',
    organisation: 'organisation',
    occupation: 'occupation',
  },
  dateOrder: 'YMD',
  oneRecordPerSource: false,
} as const;

/** The same for records of firms. */
export const FIRM_MAP = {
  id: 'record_id',
  source: { column: 'source' },
  fields: {
    organisation: 'organisation',
    email: 'email',
    phone: 'phone',
    website: 'website',
    tax_id: 'tax_id',
    street_address: 'street',
    city: 'city',
    state: 'state',
    postcode: 'postcode',
    country: 'country',
  },
  dateOrder: 'YMD',
  oneRecordPerSource: false,
} as const;
