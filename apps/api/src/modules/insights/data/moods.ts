import { syntheticCustomers } from '#modules/identity';
import type { Db } from '#platform/database';
import type { FeltIn } from '../domain/mood.ts';

/** Whose, and since when; `conditions` are SQL on `s`, a row of customer_summary, and their values stand from $3 on. */
export interface MoodSearch {
  from: Date | null;
  conditions: readonly string[];
  values: readonly unknown[];
}

/** What was lived, with the stage in which somebody stood when it began. */
const felt = (conditions: readonly string[]): string => `
  lived_interaction l JOIN customer_stage c ON c.customer_id = l.customer_id
  CROSS JOIN LATERAL json_to_recordset(c.history) AS h(stage text, "from" timestamptz, "to" timestamptz)
  ${conditions.length > 0 ? 'JOIN customer_summary s ON s.customer_id = l.customer_id' : ''}
  WHERE l.remembered IS NOT NULL AND l.customer_id NOT IN (${syntheticCustomers}) AND l.began_at >= h."from" AND (h."to" IS NULL OR l.began_at < h."to")
    AND ($1::timestamptz IS NULL OR l.began_at >= $1) AND ($2::text IS NULL OR h.stage = $2)
    ${conditions.map((one) => `AND ${one}`).join(' ')}`;

/** How people felt, by stage and department, and (`department` null) by stage. */
export const moodsByStage = (db: Db, { from, conditions, values }: MoodSearch): Promise<FeltIn[]> =>
  db.query<FeltIn>(
    `SELECT h.stage, l.department, count(*)::int AS n, avg(l.remembered) AS mean, stddev_samp(l.remembered) AS sd
       FROM ${felt(conditions)} GROUP BY GROUPING SETS ((h.stage), (h.stage, l.department)) ORDER BY 1, 2`,
    [from, null, ...values],
  );

/** What was felt behind a mood. */
export interface FeltThing {
  customerId: string;
  subjectId: string;
  title: string;
  department: string;
  channel: string;
  beganAt: Date;
  remembered: number;
  outcome: string;
}

/** The interactions behind the mood of a stage (and a department), those remembered worst first. */
export const feltInStage = (
  db: Db,
  stage: string,
  department: string | null,
  { from, conditions, values }: MoodSearch,
  first: number,
): Promise<FeltThing[]> =>
  db.query<FeltThing>(
    `SELECT l.customer_id AS "customerId", l.subject_id AS "subjectId", l.title, l.department, l.channel, l.began_at AS "beganAt",
            round((50 * (1 + l.remembered))::numeric, 1)::float8 AS remembered, replace(l.outcome, '_', '-') AS outcome
       FROM ${felt(conditions)} ${department ? `AND l.department = '${department === 'sales' ? 'sales' : department === 'marketing' ? 'marketing' : 'support'}'` : ''}
      ORDER BY l.remembered, l.began_at DESC, l.subject_id LIMIT ${first}`,
    [from, stage, ...values],
  );

/** Pairs of records of which the engine said how likely they are one person, and what a person decided; at most the newest 20,000. */
export const decidedDoubts = (db: Db): Promise<{ predicted: number; happened: boolean }[]> =>
  db.named(
    'insight-doubts',
    `SELECT d.probability::float8 AS predicted, d.status = 'linked' AS happened FROM doubt d
      WHERE d.status IN ('linked', 'separated') AND d.probability IS NOT NULL AND d.decided_by IS NOT NULL ORDER BY d.decided_at DESC LIMIT 20000`,
  );
