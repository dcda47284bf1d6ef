import { column, type TypeReading } from '#platform/look-ahead';
import { offeredRows } from './offered-rows.ts';

/** What content adds to the customer, read ahead: the same rows as `contentOffered`, as a sub-select. */
export const contentReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      content: {
        kind: 'list',
        typeName: 'OfferedContent',
        from: (customer, call) => {
          const o = call.alias('o');
          const channel = call.isGiven('channel')
            ? `nullif(${call.bind('channel')}::text, 'any')`
            : 'NULL::text';
          const rows = offeredRows({
            customer: `${customer}.id`,
            // Bound only where it is used: of a parameter that stands nowhere PostgreSQL does not know the type.
            department: `${call.isGiven('department') ? call.bind('department') : call.asker('department')}::text`,
            channel,
            language: call.isGiven('language') ? `${call.bind('language')}::text` : 'NULL::text',
          });
          return { sql: `FROM (${rows} ORDER BY place LIMIT ${call.size('first')}) ${o}`, alias: o };
        },
      },
    },
  },
  {
    typeName: 'OfferedContent',
    fields: {
      item: { kind: 'inline', typeName: 'ContentItem', fields: { id: column('item_id', 'id') } },
      version: column('version', 'count'),
      kind: column('kind', 'enum'),
      purpose: column('purpose', 'enum'),
      ownerName: column('owner_name'),
      language: column('language'),
      isFallback: column('is_fallback'),
      title: column('title'),
      body: column('body'),
      link: column('link'),
      fileId: column('file_id'),
      validUntil: column('valid_until'),
      channel: column('channel', 'enum'),
      stage: column('stage', 'enum'),
      givenAt: column('given_at', 'time'),
      place: column('place', 'count'),
      share: column('share', 'number'),
      settings: column('settings'),
      tried: column('tried', 'count'),
      worked: column('worked', 'count'),
      workedLow: column('worked_low', 'number'),
      workedHigh: column('worked_high', 'number'),
      reasons: {
        kind: 'list',
        typeName: 'ContentReason',
        from: (offered, call) => {
          const r = call.alias('r');
          return {
            sql: `FROM (SELECT split_part(said, ':', 1) AS code, nullif(substr(said, position(':' IN said) + 1), '') AS value
                          FROM unnest(${offered}.reasons) WITH ORDINALITY AS each(said, nth) ORDER BY nth) ${r}`,
            alias: r,
          };
        },
      },
    },
  },
  {
    typeName: 'ContentReason',
    fields: { code: column('code', 'enum'), value: column('value') },
  },
];
