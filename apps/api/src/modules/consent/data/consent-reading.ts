import { column, type FieldReading, type TypeReading } from '#platform/look-ahead';
import { consentEvidence } from '../domain/read-consent-signal.ts';

/** `isProved` as SQL. */
const proved = (e: string): string =>
  [`${e}.wording`]
    .concat(
      ['optInAt', 'confirmedAt', 'optInAddress', 'confirmedAddress', 'place'].map(
        (name) => `${e}.evidence->>'${name}'`,
      ),
    )
    .map((said) => `coalesce(${said}, '') <> ''`)
    .join(' OR ');

// Newest first; of two at the same moment the withdrawal is weighed last and so stands first.
const newestFirst = (e: string): string =>
  `date_trunc('milliseconds', ${e}.at) DESC, (${e}.state = 'withdrawn') DESC, ${e}.at, ${e}.id`;

/** The entries that speak of one purpose on one channel. */
const speaksOf = (e: string, consent: string): string =>
  `${e}.customer_id = ${consent}.customer_id AND ${e}.purpose IN (${consent}.purpose, 'any') AND ${e}.channel IN (${consent}.channel, 'any')`;

/**
 * Whether a customer agreed to something on a channel, as SQL: `mayContact` for statements that look at many. All three are SQL; of each
 * source record stands its newest entry that counts, and any withdrawal among those decides.
 */
export const isGranted = (customerId: string, purpose: string, channel: string): string =>
  `coalesce((SELECT stands.state FROM (
     SELECT DISTINCT ON (entry.source_record_id) entry.id, entry.state, entry.at FROM consent_entry entry
      WHERE entry.customer_id = ${customerId} AND entry.purpose IN (${purpose}, 'any') AND entry.channel IN (${channel}, 'any')
        AND (entry.state = 'withdrawn' OR ${proved('entry')})
      ORDER BY entry.source_record_id, ${newestFirst('entry')}) stands
    ORDER BY (stands.state = 'withdrawn') DESC, ${newestFirst('stands')} LIMIT 1) = 'granted', false)`;

/** `Customer.consents` read ahead: `foldConsents` said in SQL. */
export const consentReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      consents: {
        kind: 'list',
        typeName: 'Consent',
        from: (customer, call) => {
          const [c, n, e, b] = ['c', 'n', 'e', 'b'].map((stem) => call.alias(stem)) as [
            string,
            string,
            string,
            string,
          ];
          // What stands of each source record is its newest entry that counts; among those any withdrawal decides.
          return {
            sql: `FROM (SELECT ${n}.*, ${b}.state, ${b}.at AS since, ${b}.source_id
              FROM (SELECT DISTINCT customer_id, purpose, channel FROM consent_entry WHERE customer_id = ${customer}.id) ${n}
              LEFT JOIN LATERAL (
                SELECT ${b}.* FROM (
                  SELECT DISTINCT ON (${e}.source_record_id) ${e}.id, ${e}.state, ${e}.at, ${e}.source_id FROM consent_entry ${e}
                   WHERE ${speaksOf(e, n)} AND (${e}.state = 'withdrawn' OR ${proved(e)})
                   ORDER BY ${e}.source_record_id, ${newestFirst(e)}) ${b}
                 ORDER BY (${b}.state = 'withdrawn') DESC, ${newestFirst(b)} LIMIT 1) ${b} ON true
              ORDER BY (${n}.purpose || ' ' || ${n}.channel) COLLATE "C") ${c}`,
            alias: c,
          };
        },
      },
    },
  },
  {
    typeName: 'Consent',
    fields: {
      channel: column('channel'),
      purpose: column('purpose'),
      state: { kind: 'value', sql: (c) => `coalesce(${c}.state, 'unknown')`, spelling: 'enum' },
      since: column('since', 'time'),
      sourceName: {
        kind: 'value',
        sql: (c) => `(SELECT s.name FROM source s WHERE s.id = ${c}.source_id)`,
      },
      ledger: {
        kind: 'list',
        typeName: 'ConsentEntry',
        from: (consent, call) => {
          const e = call.alias('e');
          return {
            sql: `FROM consent_entry ${e} WHERE ${speaksOf(e, consent)} ORDER BY ${newestFirst(e)}`,
            alias: e,
          };
        },
      },
    },
  },
  {
    typeName: 'ConsentEntry',
    fields: {
      id: column('id', 'id'),
      state: column('state', 'enum'),
      at: column('at', 'time'),
      sourceName: {
        kind: 'value',
        sql: (e) => `(SELECT s.name FROM source s WHERE s.id = ${e}.source_id)`,
      },
      wording: column('wording'),
      evidence: {
        kind: 'inline',
        typeName: 'ConsentEvidence',
        fields: Object.fromEntries(
          Object.keys(consentEvidence.shape).map((name): [string, FieldReading] => [
            name,
            { kind: 'value', sql: (e) => `${e}.evidence->>'${name}'` },
          ]),
        ),
      },
    },
  },
];
