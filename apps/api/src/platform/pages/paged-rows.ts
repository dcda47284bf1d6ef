import { inPlaces } from '#kernel/batch';
import type { Db } from '#platform/database';
import { type Batch, type Connection, pageOf, pageSize, type RequestContext } from '#platform/graphql';
import { behindSql, cursorSql, type OrderPart, orderSql, readPlace, typeOf } from './order.ts';

/** Rows of a table that hang on something else, in their order: what is said once of them. */
export interface PagedRows {
  /** Names the statement. */
  name: string;
  table: string;
  order: readonly OrderPart[];
  /** What is asked besides the parent, and its type in PostgreSQL. */
  asked?: Readonly<Record<string, string>>;
  /** Which rows, given SQL of the parent's id and of each thing that is asked (NULL where nothing is). */
  where: (row: string, parent: string, asked: Readonly<Record<string, string>>) => string;
}

/** Which page of whose rows, and what is asked besides. */
export interface PageKey {
  parent: string;
  first: number;
  after: string | null;
  asked?: Readonly<Record<string, string | null>>;
}

/** A row and where it stands. */
export type WithCursor<Row> = Row & { cursor: string };

/**
 * A page for each key: one row more than asked for, which says that more follow. One SQL for all keys; the limit is a literal,
 * so that PostgreSQL keeps its plan. `columns` and `joins` say what is read of the rows that were found.
 */
export async function pagesByParent<Row extends object>(
  db: Db,
  rows: PagedRows,
  { columns, joins }: { columns: (row: string) => string; joins?: (row: string) => string },
  keys: readonly PageKey[],
): Promise<WithCursor<Row>[][]> {
  const { name, table, order, asked = {}, where } = rows;
  const limit = Math.max(...keys.map(({ first }) => first)) + 1;
  const follows = keys.some(({ after }) => after !== null);
  const named = Object.entries(asked);
  const heads = follows ? order.map((part, index) => `p${index} ${typeOf(part)}`) : [];
  const fields = ['place integer', 'parent uuid', ...named.map(([one, type]) => `${one} ${type}`), ...heads];
  const place = order.map((_, index) => `k.p${index}`);
  const said = Object.fromEntries(named.map(([one]) => [one, `k.${one}`]));
  const behind = follows ? `AND (k.p0 IS NULL OR ${behindSql(order, 'o', place)})` : '';
  const found = await db.named<WithCursor<Row> & { place: number }>(
    `${name}-${limit}${follows ? '-after' : ''}`,
    `SELECT k.place, ${columns('r')}, ${cursorSql(order, 'r')} AS cursor
       FROM jsonb_to_recordset($1::jsonb) AS k(${fields.join(', ')})
      CROSS JOIN LATERAL (SELECT o.* FROM ${table} o WHERE ${where('o', 'k.parent', said)} ${behind}
                           ORDER BY ${orderSql(order, 'o')} LIMIT ${limit}) r
      ${joins?.('r') ?? ''}
      ORDER BY k.place, ${orderSql(order, 'r')}`,
    [JSON.stringify(keys.map((key, index) => ({ ...asRecord(order, key), place: index + 1 })))],
  );
  return inPlaces(found, keys.length).map((page, at) =>
    page.slice(0, keys[at]!.first + 1),
  ) as WithCursor<Row>[][];
}

function asRecord(
  order: readonly OrderPart[],
  { parent, after, asked }: PageKey,
): Record<string, string | null> {
  const place = after === null ? [] : readPlace(order, after).map((value, index) => [`p${index}`, value]);
  return { parent, ...asked, ...Object.fromEntries(place) };
}

/** A connection of one parent, as its limb answers it: checks the size and loads the page with those of others. */
export async function loadPage<Row>(
  ctx: RequestContext,
  batch: Batch<PageKey, WithCursor<Row>[]>,
  {
    first,
    after,
    ...key
  }: Omit<PageKey, 'first' | 'after'> & { first: number | null; after: string | null | undefined },
): Promise<Connection<WithCursor<Row>>> {
  const size = pageSize(first, 20);
  const rows = await ctx.load(batch, { ...key, first: size, after: after ?? null });
  return pageOf(rows, size, ({ cursor }) => cursor, after);
}
