import type { SummaryPart } from '#modules/house';
import type { Tx } from '#platform/database';

/**
 * Sub-selects that compute the parts for `asked.id`, to be joined: `p0`, `p1` … OFFSET keeps each by itself, found by its key: a part joined with
 * the rest was walked as a whole for each customer while PostgreSQL believed it to be empty.
 */
export const partsJoined = (parts: readonly SummaryPart[]): string =>
  parts.map(({ from }, place) => `LEFT JOIN LATERAL (${from} OFFSET 0) p${place} ON true`).join('\n       ');

/** Columns of the parts with where each is read: `['stage', 'p0.stage']`. */
export const columnsOfParts = (parts: readonly SummaryPart[]): (readonly [column: string, value: string])[] =>
  parts.flatMap(({ columns }, place) => columns.map((column) => [column, `p${place}.${column}`] as const));

/**
 * A statement made of parts, with a short name of its own (PostgreSQL's names end after 63 letters): made once for each combination, of which there
 * are few.
 */
export function madeOfParts(prefix: string, make: (parts: readonly SummaryPart[]) => string) {
  const made = new Map<string, { name: string; text: string }>();
  return (parts: readonly SummaryPart[]): { name: string; text: string } => {
    const columns = parts.map((part) => part.columns.join(',')).join(';');
    const known = made.get(columns);
    if (known) return known;
    const statement = { name: `${prefix}-${made.size}`, text: make(parts) };
    made.set(columns, statement);
    return statement;
  };
}

const summariseSql = madeOfParts('summarise', (parts) => {
  const columns = columnsOfParts(parts);
  return `UPDATE customer_summary s SET ${columns.map(([column, value]) => `${column} = ${value}`).join(', ')}
       FROM (SELECT DISTINCT id FROM unnest($1::uuid[]) AS one(id)) asked
       ${partsJoined(parts)}
      WHERE s.customer_id = asked.id
        AND (${columns.map(([column]) => `s.${column}`).join(', ')}) IS DISTINCT FROM (${columns.map(([, value]) => value).join(', ')})`;
});

/** Brings these parts of customers' summaries up to date with one statement; a row that would stay the same is not touched. */
export function summarise(tx: Tx, parts: readonly SummaryPart[], customerIds: readonly string[]): void {
  if (parts.length === 0 || customerIds.length === 0) return;
  const { name, text } = summariseSql(parts);
  tx.later(name, text, [customerIds]);
}
