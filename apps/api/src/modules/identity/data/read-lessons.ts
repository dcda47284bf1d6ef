import type { Db } from '#platform/database';

/** Two records of which a person has decided whether they are one, as it holds now. */
export interface StoredLesson {
  recordId: string;
  otherRecordId: string;
  same: boolean;
}

/** The newest decisions of people about pairs of records, at most `most`: cases that they settled, and records that they keep apart. */
export const readLessons = (db: Db, most: number): Promise<StoredLesson[]> =>
  db.named(
    'identity-lessons',
    `SELECT DISTINCT ON (least(l.a, l.b), greatest(l.a, l.b)) l.a AS "recordId", l.b AS "otherRecordId", l.same
       FROM (
         SELECT d.source_record_id AS a, d.candidate_record_id AS b, d.status = 'linked' AS same, e.at
           FROM doubt d JOIN decision e ON e.id = d.decision_id WHERE d.status IN ('linked', 'separated') AND e.actor_kind = 'user'
         UNION ALL
         SELECT e.record_ids[1], e.record_ids[2], false, e.at FROM decision e JOIN cannot_link c ON c.decision_id = e.id
          WHERE e.kind = 'separate' AND e.actor_kind = 'user' AND cardinality(e.record_ids) = 2
         ORDER BY at DESC LIMIT $1
       ) l ORDER BY least(l.a, l.b), greatest(l.a, l.b), l.at DESC`,
    [most],
  );
