import { isId } from '#kernel/id';
import { mistake, readCursor } from '#platform/graphql';

/** One part of an order: SQL of a value that is never NULL, what it is, and whether the larger come first. Of moments, milliseconds count. */
export interface OrderPart {
  kind: keyof typeof kinds;
  sql: (row: string) => string;
  falls?: boolean;
}

/** Where a page begins: a value for each part of the order. */
export type Place = readonly string[];

/** What parts are in PostgreSQL, how they are spelled in a cursor, and what was spelled so. None is spelled with a comma. */
const kinds = {
  moment: {
    type: 'timestamptz',
    spell: (sql: string) => `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    is: (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  },
  day: {
    type: 'date',
    spell: (sql: string) => `(${sql})::text`,
    is: (text: string) =>
      text === 'infinity' || (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))),
  },
  flag: {
    type: 'boolean',
    spell: (sql: string) => `(${sql})::text`,
    is: (text: string) => text === 'true' || text === 'false',
  },
  id: { type: 'uuid', spell: (sql: string) => `(${sql})::text`, is: isId },
};

/** The type of a part in PostgreSQL. */
export const typeOf = ({ kind }: OrderPart): string => kinds[kind].type;

/** `ORDER BY` of an order. */
export const orderSql = (order: readonly OrderPart[], row: string): string =>
  order.map(({ sql, falls }) => `${sql(row)}${falls ? ' DESC' : ''}`).join(', ');

/** SQL of the cursor of a row, as `writeCursor` would write it. */
export const cursorSql = (order: readonly OrderPart[], row: string): string =>
  order.map(({ kind, sql }) => kinds[kind].spell(sql(row))).join(` || ',' || `);

/**
 * SQL of whether a row stands behind a place. Parts that run the same way are compared as one row, for which PostgreSQL uses
 * an index; where the way changes, what is equal so far is asked for the rest.
 */
export function behindSql(order: readonly OrderPart[], row: string, place: Place): string {
  const turn = order.findIndex(({ falls }) => Boolean(falls) !== Boolean(order[0]!.falls));
  const same = turn < 0 ? order.length : turn;
  const own = order.slice(0, same).map(({ sql }) => sql(row));
  const theirs = order.slice(0, same).map((part, index) => `${place[index]}::${typeOf(part)}`);
  const [mine, other] = [`(${own.join(', ')})`, `(${theirs.join(', ')})`];
  const before = `${mine} ${order[0]!.falls ? '<' : '>'} ${other}`;
  if (turn < 0) return before;
  return `(${before} OR ${mine} = ${other} AND ${behindSql(order.slice(same), row, place.slice(same))})`;
}

/** The place that a cursor names; one that nobody wrote is a mistake of the caller. */
export function readPlace(order: readonly OrderPart[], cursor: string): Place {
  const place = readCursor(cursor, order.length);
  if (!order.every(({ kind }, index) => kinds[kind].is(place[index]!)))
    throw mistake('BAD_USER_INPUT', 'This cursor was not made by this server.', { field: 'after' });
  return place;
}
