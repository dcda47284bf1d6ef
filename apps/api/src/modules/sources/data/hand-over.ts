import type { Moved } from '#modules/house';
import type { Tx } from '#platform/database';

/** What was told of things, by the table that keeps it: its key, and whether its rows say what they are about. */
const told = {
  timeline_entry: {
    key: 'entry_key',
    about: 'OR t.subject_type = m.subject_type AND t.subject_id = m.subject_id',
  },
  fact: { key: 'fact_key', about: '' },
};

/**
 * Hangs what was told of things to the record of whoever they turned out to be of. What is told there already stays, and the other
 * telling of it is gone: nobody reads a happening twice. Keys as in `goesAlong`.
 */
export async function handOver(tx: Tx, table: keyof typeof told, moved: readonly Moved[]): Promise<void> {
  if (moved.length === 0) return;
  const { key, about } = told[table];
  const asked = moved.flatMap((one) => one.keys.map((word) => ({ ...one, word })));
  tx.later(
    `hand-over-${table}`,
    `WITH m AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[])
                  AS m(from_record, to_record, to_customer, word, subject_type, subject_id)),
          along AS (SELECT DISTINCT t.source_record_id AS from_record, t.${key} AS key, t.at, m.to_record, m.to_customer
                      FROM m JOIN ${table} t ON t.source_record_id = m.from_record
                       AND (t.${key} = m.word OR starts_with(t.${key}, m.word || ' ') AND length(t.${key}) = length(m.word) + 25 ${about})),
          ranked AS (SELECT a.*, row_number() OVER (PARTITION BY a.to_record, a.key ORDER BY a.at DESC, a.from_record) = 1
                             AND NOT EXISTS (SELECT FROM ${table} o WHERE o.source_record_id = a.to_record AND o.${key} = a.key) AS goes
                       FROM along a),
          gone AS (DELETE FROM ${table} t USING ranked r
                    WHERE t.source_record_id = r.from_record AND t.${key} = r.key AND NOT r.goes)
     UPDATE ${table} t SET source_record_id = r.to_record, customer_id = r.to_customer FROM ranked r
      WHERE t.source_record_id = r.from_record AND t.${key} = r.key AND r.goes`,
    [
      asked.map(({ from }) => from.sourceRecordId),
      asked.map(({ to }) => to.sourceRecordId),
      asked.map(({ to }) => to.customerId),
      asked.map(({ word }) => word),
      asked.map(({ about }) => about?.type ?? null),
      asked.map(({ about }) => about?.id ?? null),
    ],
  );
}
