import type { ConnectionReading, ReadingCall } from '#platform/look-ahead';
import { behindSql, cursorSql, orderSql, readPlace } from './order.ts';
import type { PagedRows } from './paged-rows.ts';

/**
 * A connection read ahead: the same rows as `pagesByParent` finds. `asked` gives SQL of what is asked besides the parent, `besides`
 * columns that the readings of the type know and the table has not.
 */
export const pagesReading = (
  typeName: string,
  { table, order, where }: PagedRows,
  asked: (call: ReadingCall) => Readonly<Record<string, string>> = () => ({}),
  besides: (row: string, asked: Readonly<Record<string, string>>) => string = () => '',
): ConnectionReading => ({
  kind: 'connection',
  typeName,
  from: (parent, call) => {
    const row = call.alias('r');
    const first = call.size('first');
    const said = asked(call);
    const conditions = [where(row, `${parent}.id`, said)];
    if (call.isGiven('after'))
      conditions.push(
        behindSql(
          order,
          row,
          order.map((_, index) => bindPart(call, order, index)),
        ),
      );
    return {
      sql: `FROM (SELECT ${row}.*, ${cursorSql(order, row)} AS "cursor!"${besides(row, said)} FROM ${table} ${row}
              WHERE ${conditions.join(' AND ')} ORDER BY ${orderSql(order, row)} LIMIT ${first + 1}) ${row}`,
      alias: row,
      first,
      after: call.isGiven('after'),
      cursor: (at) => [{ sql: `${at}."cursor!"` }],
    };
  },
});

const bindPart = (call: ReadingCall, order: PagedRows['order'], index: number): string =>
  call.bind('after', {
    check: (cursor) => {
      try {
        return readPlace(order, String(cursor)).length > 0;
      } catch {
        return false;
      }
    },
    read: (cursor) => readPlace(order, String(cursor))[index],
  });
