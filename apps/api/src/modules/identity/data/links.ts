import type { Db, Tx } from '#platform/database';
import type { OpenDoubt } from '../links.ts';

/** What has been said or asked of a record of some customers and another one, and whose the two are. */
export interface StoredLink extends OpenDoubt {
  how: 'apart' | 'together' | 'doubt';
  customerId: string;
  candidateId: string;
}

// OFFSET: each is found by its key, whatever PostgreSQL believes of how many there are. Open doubts about a candidate have an index of their own,
// which is used only where it is said beside the key that they are open; of the other side it would be walked. In a house where nobody has said
// that any two are one or two, nobody is looked up.
const branch = (
  how: string,
  table: string,
  sides: readonly [string, string],
  more: string,
  isOpen = '',
): string =>
  sides
    .map((mine, place) => {
      const [within, outside] =
        place === 1 && isOpen
          ? [`AND ${isOpen}`, '']
          : ['', isOpen ? `WHERE ${isOpen}` : `WHERE EXISTS (SELECT FROM ${table})`];
      return `SELECT '${how}' AS how, l.${sides[0]} AS a, l.${sides[1]} AS b, ${more}
           FROM mine CROSS JOIN LATERAL (SELECT * FROM ${table} l WHERE l.${mine} = mine.id ${within} OFFSET 0) l ${outside}`;
    })
    .join(' UNION ');

const linksSql = `WITH mine AS MATERIALIZED (SELECT id FROM source_record WHERE customer_id = ANY($1::uuid[]) AND kind = 'person'),
     found AS (
       ${branch('apart', 'cannot_link', ['record_a', 'record_b'], 'NULL::uuid AS id, false AS fixed')}
       UNION ${branch('together', 'must_link', ['record_a', 'record_b'], 'NULL::uuid AS id, false AS fixed')}
       UNION ${branch('doubt', 'doubt', ['source_record_id', 'candidate_record_id'], `l.id, l.reasons @> '[{"code": "merged-in-source"}]' AS fixed`, `l.status = 'open'`)}
     )
     SELECT f.how, f.id, f.a AS "recordId", f.b AS "candidateRecordId", f.fixed, r.customer_id AS "customerId", c.customer_id AS "candidateId"
       FROM found f CROSS JOIN LATERAL (SELECT customer_id FROM source_record WHERE id = f.a OFFSET 0) r
      CROSS JOIN LATERAL (SELECT customer_id FROM source_record WHERE id = f.b OFFSET 0) c`;

const mentions = (table: string, column: string, more = ''): string =>
  `EXISTS (SELECT FROM ${table} l WHERE l.${column} = r.id${more})`;

/** Whether `linksOfCustomers` would find anything of record `r`. */
export const isLinked = [
  mentions('cannot_link', 'record_a'),
  mentions('cannot_link', 'record_b'),
  mentions('must_link', 'record_a'),
  mentions('must_link', 'record_b'),
  mentions('doubt', 'source_record_id', ` AND l.status = 'open'`),
  mentions('doubt', 'candidate_record_id', ` AND l.status = 'open'`),
].join(' OR ');

/** Everything that has been said or asked of records of these customers and others. */
export async function linksOfCustomers(db: Db, customerIds: readonly string[]): Promise<StoredLink[]> {
  if (customerIds.length === 0) return [];
  return db.named('identity-links-of-customers', linksSql, [customerIds]);
}

/** Says of records that they are one person: a chain through all of them. */
export async function keepTogether(tx: Tx, recordIds: readonly string[], decisionId: string): Promise<void> {
  const sorted = [...new Set(recordIds)].sort();
  if (sorted.length < 2) return;
  tx.later(
    'identity-keep-together',
    `INSERT INTO must_link (record_a, record_b, decision_id)
     SELECT n.a, n.b, $3 FROM unnest($1::uuid[], $2::uuid[]) AS n (a, b) ON CONFLICT (record_a, record_b) DO NOTHING`,
    [sorted.slice(0, -1), sorted.slice(1), decisionId],
  );
}

/** What a decision held together may part again. */
export async function letPart(tx: Tx, decisionId: string): Promise<void> {
  tx.later('identity-let-part', 'DELETE FROM must_link WHERE decision_id = $1', [decisionId]);
}

/** Open cases that are none any more go. */
export function dropDoubts(tx: Tx, ids: readonly string[]): void {
  if (ids.length > 0)
    tx.later('identity-drop-doubts', `DELETE FROM doubt WHERE id = ANY($1::uuid[]) AND status = 'open'`, [
      ids,
    ]);
}

/** Records that go one way each may part again, whatever held them together before; those of one side stay with each other, by what held them all. */
export async function partSides(tx: Tx, going: readonly string[], staying: readonly string[]): Promise<void> {
  tx.later(
    'identity-part-sides',
    `WITH gone AS (
       DELETE FROM must_link WHERE (record_a = ANY($1::uuid[]) AND record_b = ANY($2::uuid[])) OR (record_a = ANY($2::uuid[]) AND record_b = ANY($1::uuid[]))
       RETURNING decision_id
     ), chain AS (
       SELECT id, lead(id) OVER (PARTITION BY side ORDER BY id) AS next
         FROM (SELECT unnest($1::uuid[]) AS id, 1 AS side UNION ALL SELECT unnest($2::uuid[]), 2) AS sides
     )
     INSERT INTO must_link (record_a, record_b, decision_id)
     SELECT id, next, (SELECT (array_agg(decision_id ORDER BY decision_id DESC))[1] FROM gone) FROM chain WHERE next IS NOT NULL AND EXISTS (SELECT FROM gone)
     ON CONFLICT (record_a, record_b) DO NOTHING`,
    [going, staying],
  );
}
