import { cutText } from '#kernel/cut-text';
import { readDay, readMoment } from '#kernel/read-date';
import { readFlag } from '#kernel/read-flag';
import { readNumber } from '#kernel/read-number';
import type { FileHeader, ReadOptions, Row, RowRefusal } from '../format.ts';
import type { RowRefusalCode } from '../refusal-codes.ts';
import { plainName } from './plain-name.ts';

/** Thrown while a row is read, caught where the format was defined: the row is refused with these words. */
export class RowProblem extends Error {
  constructor(readonly refusal: RowRefusal) {
    super(refusal.message);
  }
}

const columnsOf = new WeakMap<FileHeader, Map<string, string>>();
const longestText = 100_000;
const longestExtra = 10_000;
const largestNumber = 999_999_999_999;
const emailForm = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/;

/**
 * Reads the cells of one row by the names other systems give them. Each reader takes several names and answers with the
 * first cell that says something; a dotted name walks into JSON (`via.source.from.address`). What no reader asked for is
 * `extra`.
 */
export class RowReader {
  private readonly used = new Set<string>();
  private readonly columns: Map<string, string>;

  constructor(
    readonly row: Row,
    readonly options: ReadOptions,
    readonly header: FileHeader,
  ) {
    let columns = columnsOf.get(header);
    if (!columns) {
      columns = new Map(header.columns.toReversed().map((column) => [plainName(column), column]));
      columnsOf.set(header, columns);
    }
    this.columns = columns;
  }

  /** Text, trimmed; numbers and yes/no of JSON as text. */
  text(...names: string[]): string | undefined {
    return this.find(names)?.text;
  }

  /** Text of at most so many characters; what is beyond them is cut off, with a sign that it was. */
  brief(most: number, ...names: string[]): string | undefined {
    const text = this.text(...names);
    return text === undefined ? undefined : cutText(text, most);
  }

  /** Text that must be there. */
  need(code: RowRefusalCode, message: string, ...names: string[]): string {
    const text = this.text(...names);
    if (text === undefined) this.refuse(code, message, names[0]);
    return text;
  }

  /** An instant, ISO 8601 in UTC. */
  moment(...names: string[]): string | undefined {
    const found = this.find(names);
    if (!found) return undefined;
    const moment = readMoment(found.text, this.options);
    return moment.ok ? moment.value : this.refuse('bad-date', moment.refusal, found.column);
  }

  /** A calendar day. */
  day(...names: string[]): string | undefined {
    const found = this.find(names);
    if (!found) return undefined;
    const day = readDay(found.text, this.options);
    return day.ok ? day.value : this.refuse('bad-date', day.refusal, found.column);
  }

  /** A number that a ledger could hold. */
  number(...names: string[]): number | undefined {
    const found = this.find(names);
    if (!found) return undefined;
    const number = readNumber(found.text, this.options.decimal);
    if (!number.ok) return this.refuse('bad-number', number.refusal, found.column);
    if (Math.abs(number.value) <= largestNumber) return number.value;
    return this.refuse('bad-number', `${found.text} is too large to be meant`, found.column);
  }

  /** A currency, ISO 4217 in capitals. */
  currency(...names: string[]): string | undefined {
    const found = this.find(names);
    if (!found || /^[A-Za-z]{3}$/.test(found.text)) return found?.text.toUpperCase();
    return this.refuse(
      'bad-currency',
      `${cutText(found.text, 60)} is no currency (EUR, RON …)`,
      found.column,
    );
  }

  /** Yes or no; `undefined` when the cell says neither. */
  flag(...names: string[]): boolean | undefined {
    const text = this.text(...names);
    return text === undefined ? undefined : readFlag(text);
  }

  /** Several values in one cell: a list of JSON, `a;b`, `a|b` or `[a;b]`. */
  list(separator: RegExp, ...names: string[]): string[] {
    for (const name of names) {
      const value = this.value(name);
      if (Array.isArray(value)) return value.map((item) => asText(item)).filter((item) => item !== undefined);
    }
    const text = this.text(...names)?.replace(/^\[(.*)\]$/s, '$1');
    return text
      ? text
          .split(separator)
          .map((item) => item.trim())
          .filter(Boolean)
      : [];
  }

  /** Mailboxes that have the form of one; a cell that holds none stays with what is `extra`. */
  emails(...names: string[]): string[] {
    const found = new Set<string>();
    for (const name of names) {
      const texts =
        this.text(name)
          ?.split(/[;,\s]+/)
          .filter(Boolean) ?? [];
      const good = texts.filter((text) => emailForm.test(text) && text.length <= 320);
      for (const email of good) found.add(email);
      if (texts.length && !good.length) this.used.delete(this.columnOf(name));
    }
    return [...found];
  }

  /** The texts of several cells, each once. */
  texts(...names: string[]): string[] {
    return [...new Set(names.map((name) => this.text(name)).filter((text) => text !== undefined))];
  }

  /** Everything that was said and not asked for, by its own column name. Ask for it last. */
  extra(): Record<string, string> {
    const extra: Record<string, string> = {};
    for (const [column, value] of Object.entries(this.row.cells)) {
      if (this.used.has(column) || column.startsWith('_fivetran')) continue;
      const text = asText(value);
      if (text !== undefined) extra[column.slice(0, 200)] = cutText(text, longestExtra);
    }
    return extra;
  }

  /** Ends the reading of this row: it is refused. */
  refuse(code: RowRefusalCode, message: string, column?: string): never {
    throw new RowProblem({
      code,
      message,
      ...(column === undefined ? {} : { column: this.columnOf(column) }),
    });
  }

  private find(names: string[]): { text: string; column: string } | undefined {
    let found: { text: string; column: string } | undefined;
    for (const name of names) {
      const text = asText(this.value(name));
      if (text !== undefined && !found) found = { text, column: this.columnOf(name) };
    }
    return found;
  }

  private value(name: string): unknown {
    if (!name.includes('.')) {
      const column = this.columnOf(name);
      this.used.add(column);
      return Object.hasOwn(this.row.cells, column) ? this.row.cells[column] : undefined;
    }
    let value: unknown = this.row.cells;
    for (const part of name.split('.')) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
      value = (value as Record<string, unknown>)[part];
    }
    return value;
  }

  private columnOf(name: string): string {
    return this.columns.get(plainName(name)) ?? name;
  }
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text === '') return undefined;
  return cutText(text, longestText);
}
