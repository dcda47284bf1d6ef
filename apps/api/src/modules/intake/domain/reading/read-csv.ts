import { accept, type Result, refuse } from '#kernel/result';
import { checkText, looksDamaged } from './check-text.ts';
import { CsvCutter, type CsvRecord } from './cut-csv.ts';
import { type BadRow, badLine, type FileRefusal, type GoodRow, mostColumns, type Separator } from './file.ts';

/** The records of a table, a piece of the file at a time; blank lines are no records. */
export async function* cutTable(
  text: AsyncIterable<string>,
  separator: Separator,
): AsyncGenerator<CsvRecord[]> {
  let cutter: CsvCutter | undefined;
  for await (const piece of text) {
    cutter ??= new CsvCutter(separator, piece.includes('\n') || !piece.includes('\r') ? '\n' : '\r');
    yield cutter.push(piece).filter(saysSomething);
  }
  if (cutter) yield cutter.end().filter(saysSomething);
}

const saysSomething = (record: CsvRecord): boolean =>
  !('fields' in record) || record.fields.length > 1 || record.fields[0]!.trim() !== '';

/** The names of the columns, or why a table with such a header cannot be read. */
export function readHeader(record: CsvRecord): Result<string[], FileRefusal> {
  const no = (code: string, message: string, column?: string) =>
    refuse({ code, line: record.line, message, ...(column === undefined ? {} : { column }) });
  if (!('fields' in record)) return no(record.code, `The header cannot be read. ${record.message}`);
  if (record.fields.length > mostColumns) {
    return no(
      'too-many-columns',
      `The file has ${record.fields.length} columns; ${mostColumns} are the most that can be read`,
    );
  }
  const names = record.fields.map((name, at) => name.trim() || `(column ${at + 1})`);
  const seen = new Set<string>();
  for (const name of names) {
    const damage = checkText(name);
    if (damage) return no(damage.code, `The header cannot be read. ${damage.message}`);
    if (isReservedName(name)) return no('reserved-column', `No column may be called ${name}`, name);
    if (seen.has(name.toLowerCase())) {
      return no('duplicate-column', `Two columns are called ${name}: rename one of them`, name);
    }
    seen.add(name.toLowerCase());
  }
  return accept(names);
}

/** True for names that JavaScript itself uses on every object. */
export const isReservedName = (name: string): boolean => name in Object.prototype || name === 'prototype';

/** A record as a row with named cells, or why it is none. */
export function toRow(record: CsvRecord, columns: string[], isSuspect: boolean): GoodRow | BadRow {
  if (!('fields' in record)) return badLine(record.line, record.text, record.code, record.message);
  const { line, fields, raw } = record;
  const cells: Record<string, unknown> = {};
  for (let at = 0; at < fields.length; at++) cells[columns[at] ?? `(column ${at + 1})`] = fields[at];
  const beyond = fields.length - columns.length;
  if (beyond < 0 || (beyond > 0 && fields.slice(columns.length).some((cell) => cell.trim() !== ''))) {
    const message = `This row has ${fields.length} cells, the header has ${columns.length}`;
    return { line, cells, refusal: { code: 'wrong-number-of-cells', message } };
  }
  for (let at = columns.length; at < fields.length; at++) delete cells[`(column ${at + 1})`];
  const damage = isSuspect ? fields.map((cell, at) => checkText(cell, columns[at])).find(Boolean) : undefined;
  if (damage) return { line, cells, refusal: damage };
  return raw === undefined ? { line, cells } : { line, cells, raw };
}

/** The rows of a table below its header, a piece of the file at a time; each row is made when it is asked for. */
export async function* readCsv(
  text: AsyncIterable<string>,
  separator: Separator,
): AsyncGenerator<Iterable<GoodRow | BadRow>> {
  let columns: string[] | undefined;
  let isSuspect = false;
  const watched = (async function* () {
    for await (const piece of text) {
      isSuspect ||= looksDamaged(piece);
      yield piece;
    }
  })();
  for await (const records of cutTable(watched, separator)) {
    let from = 0;
    if (!columns && records.length > 0) {
      const header = readHeader(records[0]!);
      if (!header.ok) return;
      columns = header.value;
      from = 1;
    }
    if (columns) yield rowsOf(records, from, columns, isSuspect);
  }
}

function* rowsOf(records: readonly CsvRecord[], from: number, columns: string[], isSuspect: boolean) {
  for (let at = from; at < records.length; at += 1) yield toRow(records[at]!, columns, isSuspect);
}
