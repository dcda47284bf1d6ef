import type { Tx } from '#platform/database';

interface Whose {
  customerId: string | null;
  sourceRecordId: string | null;
}

/** A ticket that is another's than before, with both. */
export interface GivenTicket {
  id: string;
  sourceKey: string;
  before: Whose;
  now: Whose;
}

/** Makes those of these tickets that only messages tell of, whoever's wrote first; answers with those that were another's. */
export const ownersByMessages = (
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<GivenTicket[]> =>
  tx.named<GivenTicket>(
    'tickets-whose-by-messages',
    `WITH whose AS (
       SELECT t.id, t.customer_id, t.source_record_id, r.customer_id AS now_customer, r.id AS now_record
         FROM ticket t
         LEFT JOIN LATERAL (SELECT s.source_record_id AS id FROM message m JOIN signal s ON s.id = m.signal_id
                             WHERE m.ticket_id = t.id AND s.source_record_id IS NOT NULL ORDER BY s.id LIMIT 1) first ON true
         LEFT JOIN source_record r ON r.id = first.id
        WHERE t.source_id = $1 AND t.source_key = ANY($2::text[]) AND t.signal_id IS NULL)
     UPDATE ticket t SET customer_id = w.now_customer, source_record_id = w.now_record
       FROM whose w WHERE t.id = w.id AND t.source_record_id IS DISTINCT FROM w.now_record
     RETURNING t.id, t.source_key AS "sourceKey",
       json_build_object('customerId', w.customer_id, 'sourceRecordId', w.source_record_id) AS before,
       json_build_object('customerId', w.now_customer, 'sourceRecordId', w.now_record) AS now`,
    [sourceId, subjectKeys],
  );
