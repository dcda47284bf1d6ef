import { type Db, putRows, type Tx } from '#platform/database';
import type { CustomerExperience } from '../domain/fold-experience.ts';
import type { LivedInteraction } from '../domain/lived-interaction.ts';
import type { UsualLine } from '../domain/usual.ts';
import { CustomerExperienceEntity } from './customer-experience.entity.ts';
import { LivedInteractionEntity } from './lived-interaction.entity.ts';

const setAll = (columns: readonly string[]) => columns.map((name) => `${name} = excluded.${name}`).join(', ');
// JSON is kept as text, which PostgreSQL compares when it is told to.
const keptAsText = new Set(['moments', 'outcomes', 'irrelevance', 'failures', 'recommended_at']);
const told = (table: string, name: string) => `${table}.${name}${keptAsText.has(name) ? '::text' : ''}`;
const changed = (table: string, columns: readonly string[]) =>
  `WHERE (${columns.map((name) => told(table, name)).join(', ')}) IS DISTINCT FROM (${columns.map((name) => told('excluded', name)).join(', ')})`;

const livedColumns = [
  ...[
    'customer_id',
    'title',
    'department',
    'touchpoint',
    'channel',
    'began_at',
    'ended_at',
    'moments',
    'n',
    'known',
  ],
  ...[
    'minutes',
    'known_minutes',
    'total',
    'mean',
    'peak',
    'peak_at',
    'end_value',
    'remembered',
    'outcome',
    'usual_mean',
  ],
  ...['usual_sd', 'usual_n', 'surprise', 'salience', 'share', 'regretted', 'levers', 'marks', 'settings'],
];
const customerColumns = [
  ...[
    'n',
    'known',
    'interactions',
    'measured',
    'minutes',
    'known_minutes',
    'total',
    'mean',
    'memory_mean',
    'memories',
  ],
  ...[
    'half_until',
    'outcomes',
    'irrelevance',
    'last_outcome',
    'fade_streak',
    'failures',
    'orders',
    'regretted',
    'last_order_at',
  ],
  ...['gap_days', 'gap_by', 'memorable_good', 'memorable_bad', 'anchors', 'contacts', 'preferred_channel'],
  ...['preferred_share', 'no_repeat_share', 'recommended_at', 'due_at', 'settings'],
];

const putLived = `ON CONFLICT (subject_id, subject_type) DO UPDATE SET ${setAll(livedColumns)} ${changed('lived_interaction', livedColumns)}`;
const putCustomer = `ON CONFLICT (customer_id) DO UPDATE SET ${setAll(customerColumns)} ${changed('customer_experience', customerColumns)}`;

/** The week of a moment, as `weekOf` counts it. */
const weekSql = (sql: string): string => `floor((extract(epoch FROM ${sql}) / 86400 - 4) / 7)::int`;

/** Writes what these customers lived and what it comes to; what they did not live after all goes. Rows that would stay the same are not touched. */
export async function putExperience(
  tx: Tx,
  customerIds: readonly string[],
  interactions: readonly LivedInteraction[],
  customers: readonly CustomerExperience[],
): Promise<void> {
  tx.later(
    'experience-lived-gone',
    `DELETE FROM lived_interaction l WHERE l.customer_id = ANY($1::uuid[])
        AND NOT EXISTS (SELECT FROM unnest($2::uuid[], $3::text[]) AS kept(id, type) WHERE kept.id = l.subject_id AND kept.type = l.subject_type)`,
    [
      customerIds,
      interactions.map(({ subjectId }) => subjectId),
      interactions.map(({ subjectType }) => subjectType),
    ],
  );
  await putRows(tx, LivedInteractionEntity, interactions, putLived);
  const living = new Set(customers.map(({ customerId }) => customerId));
  const gone = customerIds.filter((id) => !living.has(id));
  if (gone.length > 0)
    tx.later('experience-gone', 'DELETE FROM customer_experience WHERE customer_id = ANY($1::uuid[])', [
      gone,
    ]);
  await putRows(tx, CustomerExperienceEntity, customers, putCustomer);
}

const usualAroundSql = `SELECT w.week AS asked, u.measure, u.touchpoint, u.channel, u.week, u.n, u.mean, u.sd
       FROM (SELECT ${weekSql('began_at')} AS week FROM lived_interaction WHERE customer_id = ANY($1::uuid[])
             UNION SELECT ${weekSql('ended_at')} FROM lived_interaction WHERE customer_id = ANY($1::uuid[])
             UNION SELECT unnest($2::int[])) w
       LEFT JOIN experience_usual u ON u.week = w.week`;

/** What was usual in the weeks in which what these customers lived began and ended, and in others; which weeks that are. */
export async function usualAround(
  db: Db,
  customerIds: readonly string[],
  weeks: readonly number[],
): Promise<{ lines: UsualLine[]; weeks: Set<number> }> {
  const rows = await db.named<{ asked: number } & (UsualLine | { week: null })>(
    'experience-usual-around',
    usualAroundSql,
    [customerIds, weeks],
  );
  return {
    lines: rows.flatMap(({ asked: _, ...line }) => (line.week === null ? [] : [line as UsualLine])),
    weeks: new Set(rows.map(({ asked }) => asked)),
  };
}

/** What was usual in these weeks. */
export const usualLines = (db: Db, weeks: readonly number[]): Promise<UsualLine[]> =>
  db.named<UsualLine>(
    'experience-usual',
    'SELECT measure, touchpoint, channel, week, n, mean, sd FROM experience_usual WHERE week = ANY($1::int[])',
    [weeks],
  );

/** Customers who lived something, or may have: a page after an id. */
export async function customersAfter(db: Db, after: string | null, limit: number): Promise<string[]> {
  const rows = await db.named<{ id: string }>(
    `experience-customers-${limit}`,
    `SELECT id FROM customer WHERE merged_into IS NULL AND id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') ORDER BY id LIMIT ${limit}`,
    [after],
  );
  return rows.map(({ id }) => id);
}

/** Customers for whom something told ahead of its time has happened by now. */
export async function customersDue(db: Db, limit: number): Promise<string[]> {
  const rows = await db.named<{ id: string }>(
    `experience-due-${limit}`,
    `SELECT customer_id AS id FROM customer_experience WHERE due_at <= now() ORDER BY due_at LIMIT ${limit}`,
    [],
  );
  return rows.map(({ id }) => id);
}
