import { cutText } from '#kernel/cut-text';
import type { RowReader } from '#modules/house';
import type { SaidFields } from '../read-ticket-signal.ts';

/** Columns of a table as a source's words for fields of ours, with how this file writes days and numbers. */
export function columnsAsFields(
  { options: { decimal, dateOrder } }: Pick<RowReader, 'options'>,
  columns: Readonly<Record<string, string>>,
): SaidFields | undefined {
  const said = Object.entries(columns).slice(0, 200);
  if (said.length === 0) return undefined;
  return Object.fromEntries(
    said.map(([column, text]) => [column, { text: cutText(text, 5_000), decimal, dateOrder }]),
  );
}
