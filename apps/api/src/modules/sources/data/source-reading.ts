import { column, type TypeReading } from '#platform/look-ahead';

/** A source, straight from its row. */
export const sourceReadings: TypeReading[] = [
  {
    typeName: 'Source',
    fields: {
      id: column('id', 'id'),
      key: column('key'),
      name: column('name'),
      system: column('system'),
      timeZone: column('time_zone'),
      phoneCountry: column('phone_country'),
      currency: column('currency'),
    },
  },
];
