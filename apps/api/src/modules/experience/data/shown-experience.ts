import { inPlaces } from '#kernel/batch';
import type { Db } from '#platform/database';
import {
  attachmentColumns,
  experienceColumns,
  failureColumns,
  failureRows,
  ifItEnded,
  irrelevanceColumns,
  leverColumns,
  leverRows,
  livedColumns,
  momentColumns,
  momentRows,
  partColumns,
  partRows,
  type ShownColumns,
  selected,
  shownExperience,
  shownLived,
} from './shown-columns.ts';

/** A row as it is shown: numbers rounded, as of now. */
export type Shown = Record<string, unknown>;

/** Rows of JSON under the names of the graph; times come back as text and are made times again. */
const asJson = (columns: ShownColumns, row: string, more = ''): string =>
  `jsonb_build_object(${Object.entries(columns)
    .map(([name, { sql }]) => `'${name}', ${sql(row)}`)
    .join(', ')}${more})`;

/** Puts times back that travelled as JSON. */
export function withTimes(columns: ShownColumns, row: Shown): Shown {
  const times = Object.entries(columns).filter(([, { spelling }]) => spelling === 'time');
  return {
    ...row,
    ...Object.fromEntries(times.map(([name]) => [name, row[name] ? new Date(row[name] as string) : null])),
  };
}

/** What each customer experienced and remembers, as of now; `null` for those who lived nothing with us yet. */
export async function experienceByCustomer(
  db: Db,
  customerIds: readonly string[],
): Promise<(Shown | null)[]> {
  const rows = await db.named<Shown & { customerId: string }>(
    'experience-by-customer',
    `SELECT x.customer_id AS "customerId", ${selected(experienceColumns, 'x')}, ${asJson(irrelevanceColumns, 'x')} AS irrelevance,
            ${asJson(attachmentColumns, 'x')} AS attachment,
            (SELECT jsonb_agg(${asJson(leverColumns, 'l', `, 'customerId', l.customer_id`)} ORDER BY l.place) FROM ${leverRows('x')}) AS levers,
            (SELECT coalesce(jsonb_agg(${asJson(failureColumns, 'f')} ORDER BY f.at, f."subjectId"), '[]') FROM ${failureRows('x', 'f')}) AS failures
       FROM (${shownExperience('x.customer_id = ANY($1::uuid[])')}) x`,
    [customerIds],
  );
  const found = new Map(
    rows.map((row) => [
      row.customerId,
      {
        ...row,
        attachment: {
          ...withTimes(attachmentColumns, row.attachment as Shown),
          levers: row.levers,
        },
        failures: (row.failures as Shown[]).map((one) => withTimes(failureColumns, one)),
      },
    ]),
  );
  return customerIds.map((id) => found.get(id) ?? null);
}

/** Which interactions of whom: the newest, those that weigh most in the memory, or those that are evidence of a lever. */
export interface LivedKey {
  customerId: string;
  by: 'time' | 'memory' | 'lever';
  lever?: string;
  first: number;
}

/** Which rows a list takes, and in which order; `r` is a row of `shownLived`. */
export const livedOrder = (by: LivedKey['by'], r: string): string =>
  by === 'memory'
    ? `${r}.share DESC, ${r}.ended_at DESC, ${r}.subject_id`
    : `${r}.began_at DESC, ${r}.subject_id DESC`;

/** What each of these customers lived, as far as it is asked. */
export async function livedByKey(db: Db, keys: readonly LivedKey[]): Promise<Shown[][]> {
  const rows = await db.named<Shown & { place: number; momentList: Shown[] }>(
    'experience-lived-by-key',
    `SELECT k.place::int AS place, i.*
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[]) WITH ORDINALITY AS k(customer, by, lever, size, place)
      CROSS JOIN LATERAL (
        SELECT r.customer_id AS "customerId", row_number() OVER (ORDER BY CASE WHEN k.by = 'memory' THEN r.share END DESC, CASE WHEN k.by = 'memory' THEN r.ended_at ELSE r.began_at END DESC,
                 CASE WHEN k.by = 'memory' THEN r.subject_id END, r.subject_id DESC) AS n,
               ${selected(livedColumns, 'r')},
               (SELECT jsonb_agg(${asJson(momentColumns, 'm', `, 'signals', (SELECT coalesce(jsonb_agg(${asJson(partColumns, 'p')}), '[]') FROM ${partRows('m', 'p')})`)}) FROM ${momentRows('r', 'm')}) AS "momentList"
          FROM ${shownLived} r
         WHERE r.customer_id = k.customer AND (k.by <> 'memory' OR r.share > 0) AND (k.lever IS NULL OR k.lever = ANY(r.levers))
         ORDER BY n LIMIT k.size) i
      ORDER BY k.place, i.n`,
    [
      keys.map(({ customerId }) => customerId),
      keys.map(({ by }) => by),
      keys.map(({ lever }) => lever ?? null),
      keys.map(({ first }) => first),
    ],
  );
  return inPlaces(
    rows.map(({ momentList, ...row }) => ({
      ...row,
      moments: momentList.map((moment) => withTimes(momentColumns, moment)),
    })),
    keys.length,
  );
}

/** Of which interaction, and with which end, −1…+1. */
export interface WhatIfKey {
  subjectType: string;
  subjectId: string;
  valence: number;
}

/** What would be remembered if these interactions ended so. */
export async function whatIf(db: Db, keys: readonly WhatIfKey[]): Promise<(Shown | null)[]> {
  const { remembered, customerRemembered } = ifItEnded('i', 'k.x');
  const rows = await db.named<Shown & { place: number }>(
    'experience-what-if',
    `SELECT k.place::int AS place, ${remembered} AS remembered, ${customerRemembered} AS "customerRemembered"
       FROM unnest($1::text[], $2::uuid[], $3::float8[]) WITH ORDINALITY AS k(type, id, x, place)
       JOIN ${shownLived} i ON i.subject_type = k.type AND i.subject_id = k.id`,
    [
      keys.map(({ subjectType }) => subjectType),
      keys.map(({ subjectId }) => subjectId),
      keys.map(({ valence }) => valence),
    ],
  );
  const found = new Map(rows.map((row) => [row.place, row]));
  return keys.map((_, place) => found.get(place + 1) ?? null);
}
