import { spreadsheetLine } from '#kernel/spreadsheet-cell';
import { type CustomerLine, customerLines, type WantedLines } from '#modules/customers';
import { identifiersByCustomer } from '#modules/identity';
import type { Moment } from '#platform/database';
import { type FileLanguage, habitsOf, type ListColumn } from './domain/list-columns.ts';

/** A column that leaves, perhaps with a mask in the place of what stands in it. */
export interface LeavingColumn {
  column: ListColumn;
  mask: string | null;
}

const rowsAtOnce = 500;

/**
 * A list of customers as CSV that spreadsheets open (UTF-8 with its mark), some hundred lines at a time: so much is held in memory, however
 * many follow.
 */
export async function* listLines(
  moment: Moment,
  wanted: WantedLines,
  columns: readonly LeavingColumn[],
  language: FileLanguage,
): AsyncGenerator<string, void, undefined> {
  const habits = habitsOf(language);
  const line = (cells: readonly unknown[]) => spreadsheetLine(cells, habits.separator);
  yield `\ufeff${line(columns.map(({ column }) => column.header[language]))}`;
  const { sql, values } = customerLines(wanted).lines;
  for await (const customers of moment.portions<CustomerLine>(sql, values, rowsAtOnce)) {
    const identifiers = await identifiersByCustomer(
      moment,
      customers.map(({ id }) => id),
    );
    yield customers
      .map((customer, at) => {
        const of = (sort: string) => identifiers[at]!.filter(({ kind }) => kind === sort);
        const told = {
          ...customer,
          emails: of('email').map(({ raw }) => raw),
          // Digits in groups: whatever else a country writes between them may be taken for a formula.
          phones: of('phone').map(({ raw, shown }) => (shown ? shown.replace(/[^\d+]+/g, ' ') : raw)),
        };
        return line(columns.map(({ column, mask }) => mask ?? column.cell(told, habits)));
      })
      .join('');
  }
}

/** How many customers such a list has. */
export async function countLines(moment: Moment, wanted: WantedLines): Promise<number> {
  const { sql, values } = customerLines(wanted).count;
  const [row] = await moment.query<{ count: number }>(sql, values);
  return row?.count ?? 0;
}
