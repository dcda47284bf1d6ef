import { columnsOf, type Db } from '#platform/database';
import type { FieldFilter, InboxFilter, InboxSort } from '../domain/inbox.ts';
import { TicketEntity } from './ticket.entity.ts';
import type { ShownTicket } from './tickets.ts';

/** A line of the inbox, with the key by which it is sorted. */
export type InboxRow = ShownTicket & { sortKey: number };

const atWork = `t.status IN ('new', 'open', 'pending', 'hold')`;
/** An order: its key, as a cursor says it; where it is one of an index, as that has it; and what stands behind a place. */
interface SortSql {
  key: string;
  order: string;
  behind: (key: string, id: string) => string;
}
const byKey = (key: string): SortSql => ({
  key,
  order: `${key}, t.id`,
  behind: (place, id) => `(${key}, t.id) > (${place}, ${id})`,
});
const sorts: Record<InboxSort, SortSql> = {
  DUE: byKey(`coalesce(extract(epoch FROM c.due_at), 8e15 - extract(epoch FROM t.opened_at))::float8`),
  // All tickets of all years may be asked for so: they come by their index, and nothing is sorted.
  NEWEST: {
    key: `-extract(epoch FROM t.opened_at)::float8`,
    order: 't.opened_at DESC, t.id DESC',
    behind: (place, id) => `(t.opened_at, t.id) < (to_timestamp(-${place}), ${id})`,
  },
  OLDEST: {
    key: `extract(epoch FROM t.opened_at)::float8`,
    order: 't.opened_at, t.id',
    behind: (place, id) => `(t.opened_at, t.id) > (to_timestamp(${place}), ${id})`,
  },
  PRIORITY: byKey(
    `(CASE t.priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1e11 WHEN 'low' THEN 3e11 ELSE 2e11 END + extract(epoch FROM t.opened_at))::float8`,
  ),
};

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

type Add = (value: unknown, type: string) => string;

/** Conditions on one field: options and yes or no are looked up in the index of what stands in fields. */
function conditionsOnField({ field, ...filter }: FieldFilter, add: Add): string[] {
  const key = add(field.key, 'text');
  const value = `t.fields ->> ${key}`;
  const holds = (one: unknown) => `t.fields @> ${add(JSON.stringify({ [field.key]: one }), 'jsonb')}`;
  const conditions: string[] = [];
  if (filter.isEmpty) return [`NOT t.fields ? ${key}`];
  if (filter.choices?.length)
    conditions.push(
      `(${filter.choices.map((one) => holds(field.kind === 'several' ? [one] : one)).join(' OR ')})`,
    );
  if (typeof filter.yes === 'boolean') conditions.push(holds(filter.yes));
  if (filter.text?.trim())
    conditions.push(`${value} ILIKE ${add(`%${escapeLike(filter.text.trim())}%`, 'text')}`);
  for (const [bound, sign] of [
    [filter.from, '>='],
    [filter.until, '<='],
  ] as const) {
    if (!bound) continue;
    conditions.push(
      field.kind === 'number'
        ? `(${value})::float8 ${sign} ${add(Number(bound), 'float8')}`
        : `${value} ${sign} ${add(bound, 'text')}`,
    );
  }
  if (filter.isEmpty === false || conditions.length > 0) conditions.push(`t.fields ? ${key}`);
  return conditions.length > 0 ? [`t.fields <> '{}'`, ...conditions] : [];
}

function conditionsOf(
  filter: InboxFilter,
  fields: readonly FieldFilter[],
  me: string | null,
  now: Date,
  add: Add,
): string[] {
  const conditions = ['t.merged_into_id IS NULL', ...fields.flatMap((one) => conditionsOnField(one, add))];
  if (filter.statuses?.length) conditions.push(`t.status = ANY(${add(filter.statuses, 'text[]')})`);
  else if (!filter.solvedToo) conditions.push(atWork);
  if (filter.assigneeId) conditions.push(`t.assignee_id = ${add(filter.assigneeId, 'uuid')}`);
  if (filter.assigneeNames?.length)
    conditions.push(`t.assignee_name = ANY(${add(filter.assigneeNames, 'text[]')})`);
  if (filter.mine) conditions.push(`t.assignee_id = ${add(me, 'uuid')}`);
  if (filter.following) conditions.push(`${add(me, 'uuid')} = ANY(t.followers)`);
  if (filter.unassigned) conditions.push('t.assignee_name IS NULL');
  if (filter.breaching) conditions.push(`c.warn_at <= ${add(now, 'timestamptz')}`);
  if (filter.teamId) conditions.push(`t.team_id = ${add(filter.teamId, 'uuid')}`);
  if (filter.priorities?.length)
    conditions.push(`coalesce(t.priority, 'normal') = ANY(${add(filter.priorities, 'text[]')})`);
  if (filter.channels?.length) conditions.push(`t.channel = ANY(${add(filter.channels, 'text[]')})`);
  if (filter.causes?.length) conditions.push(`t.cause = ANY(${add(filter.causes, 'text[]')})`);
  if (filter.tags?.length) conditions.push(`t.tags @> ${add(filter.tags, 'text[]')}`);
  const text = filter.text?.trim();
  if (text) {
    const like = add(`%${escapeLike(text)}%`, 'text');
    const number = add(text.replace(/^#/, ''), 'text');
    conditions.push(
      `(lower(t.number) = lower(${number}) OR t.subject ILIKE ${like} OR k.display_name ILIKE ${like} OR k.email ILIKE ${like}
        OR EXISTS (SELECT FROM message m WHERE m.ticket_id = t.id AND m.body ILIKE ${like}))`,
    );
  }
  return conditions;
}

// All clocks that run at once, of which there are few: one look for each of thousands of open tickets costs more.
const ticking = `SELECT o.ticket_id, min(o.due_at) AS due_at, min(o.warn_at) AS warn_at FROM clock o WHERE o.state = 'running' GROUP BY 1`;
const joins = `LEFT JOIN customer k ON k.id = t.customer_id
  LEFT JOIN (${ticking}) c ON c.ticket_id = t.id`;

/** Tickets that fulfil a filter, behind a place in the order; one more than asked for says that more follow. */
export function inboxPage(
  db: Db,
  asked: {
    filter: InboxFilter;
    fields: readonly FieldFilter[];
    sort: InboxSort;
    first: number;
    after: readonly [number, string] | null;
    me: string | null;
    now: Date;
  },
): Promise<InboxRow[]> {
  const values: unknown[] = [];
  const add = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const conditions = conditionsOf(asked.filter, asked.fields, asked.me, asked.now, add);
  const { key, order, behind } = sorts[asked.sort];
  if (asked.after) conditions.push(behind(add(asked.after[0], 'float8'), add(asked.after[1], 'uuid')));
  return db.query<InboxRow>(
    `SELECT ${columnsOf(TicketEntity, 't')}, s.name AS "sourceName", ${key} AS "sortKey",
            (SELECT count(*) FROM message m WHERE m.ticket_id = t.id)::int AS "messageCount"
       FROM ticket t JOIN source s ON s.id = t.source_id ${joins}
      WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${add(asked.first + 1, 'int')}`,
    values,
  );
}

/** How many tickets wait in each of the house's views. */
export interface InboxCounts {
  mine: number;
  unassigned: number;
  breaching: number;
  open: number;
}

/** Counts of the house's views, in one look at what is not solved. */
export async function inboxCounts(db: Db, me: string | null, now: Date): Promise<InboxCounts> {
  const [counts] = await db.named<InboxCounts>(
    'inbox-counts',
    `SELECT count(*) FILTER (WHERE t.assignee_id = $1)::int AS mine, count(*) FILTER (WHERE t.assignee_name IS NULL)::int AS unassigned,
            count(*) FILTER (WHERE c.warn_at <= $2)::int AS breaching, count(*)::int AS open
       FROM ticket t LEFT JOIN (${ticking}) c ON c.ticket_id = t.id
      WHERE ${atWork} AND t.merged_into_id IS NULL`,
    [me, now],
  );
  return counts!;
}

/** A value that a filter can take, and how many tickets have it. */
export interface InboxFacet {
  value: string;
  count: number;
}

/** The values of each filter among the tickets found. */
export interface InboxFacets {
  assignees: InboxFacet[];
  statuses: InboxFacet[];
  priorities: InboxFacet[];
  channels: InboxFacet[];
}

/** The values that filters can take among the tickets that fulfil one, the most frequent first, at most 100 each. */
export async function inboxFacets(
  db: Db,
  asked: { filter: InboxFilter; fields: readonly FieldFilter[]; me: string | null; now: Date },
): Promise<InboxFacets> {
  const values: unknown[] = [];
  const add = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const conditions = conditionsOf(asked.filter, asked.fields, asked.me, asked.now, add);
  const rows = await db.query<InboxFacet & { facet: keyof InboxFacets }>(
    `SELECT facet, value, count FROM (
       SELECT v.facet, v.value, count(*)::int AS count, row_number() OVER (PARTITION BY v.facet ORDER BY count(*) DESC, v.value) AS place
         FROM ticket t ${joins}
        CROSS JOIN LATERAL (VALUES ('assignees', t.assignee_name), ('statuses', upper(t.status)),
                                   ('priorities', upper(coalesce(t.priority, 'normal'))), ('channels', t.channel)) v(facet, value)
        WHERE v.value IS NOT NULL AND ${conditions.join(' AND ')} GROUP BY v.facet, v.value) f
      WHERE place <= 100 ORDER BY facet, place`,
    values,
  );
  const of = (facet: keyof InboxFacets) =>
    rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }));
  return {
    assignees: of('assignees'),
    statuses: of('statuses'),
    priorities: of('priorities'),
    channels: of('channels'),
  };
}
