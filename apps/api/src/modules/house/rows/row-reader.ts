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

/** Where the columns of a file are: by their plain names, and by each name that was asked for. */
interface Columns {
  plain: Map<string, string>;
  asked: Map<string, string>;
}

const columnsOf = new WeakMap<FileHeader, Columns>();
// A format asks for a few dozen names, each once a row; what a file itself makes up is not remembered for ever.
const mostAsked = 2_000;
const paths = new Map<string, readonly string[] | undefined>();
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
  /** Columns that were asked for, as often as they were. */
  private used: string[] = [];
  private readonly columns: Columns;
  /** The column in which the last text was found. */
  private foundIn = '';

  constructor(
    readonly row: Row,
    readonly options: ReadOptions,
    readonly header: FileHeader,
  ) {
    let columns = columnsOf.get(header);
    if (!columns) {
      const plain = new Map(header.columns.toReversed().map((column) => [plainName(column), column]));
      columns = { plain, asked: new Map() };
      columnsOf.set(header, columns);
    }
    this.columns = columns;
  }

  /** Text, trimmed; numbers and yes/no of JSON as text. */
  text(...names: string[]): string | undefined {
    return this.find(names);
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
    const text = this.find(names);
    if (text === undefined) return undefined;
    const moment = readMoment(text, this.options);
    return moment.ok ? moment.value : this.refuse('bad-date', moment.refusal, this.foundIn);
  }

  /** A calendar day. */
  day(...names: string[]): string | undefined {
    const text = this.find(names);
    if (text === undefined) return undefined;
    const day = readDay(text, this.options);
    return day.ok ? day.value : this.refuse('bad-date', day.refusal, this.foundIn);
  }

  /** A number that a ledger could hold. */
  number(...names: string[]): number | undefined {
    const text = this.find(names);
    if (text === undefined) return undefined;
    const number = readNumber(text, this.options.decimal);
    if (!number.ok) return this.refuse('bad-number', number.refusal, this.foundIn);
    if (Math.abs(number.value) <= largestNumber) return number.value;
    return this.refuse('bad-number', `${text} is too large to be meant`, this.foundIn);
  }

  /** A currency, ISO 4217 in capitals; where the row names none, the one that was said beside the file. */
  currency(...names: string[]): string | undefined {
    const text = this.find(names);
    if (text === undefined) return this.options.currency;
    if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase();
    return this.refuse('bad-currency', `${cutText(text, 60)} is no currency (EUR, RON …)`, this.foundIn);
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
      if (texts.length && !good.length) {
        const column = this.columnOf(name);
        this.used = this.used.filter((used) => used !== column);
      }
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
    const used = new Set(this.used);
    for (const [column, value] of Object.entries(this.row.cells)) {
      if (used.has(column) || column.startsWith('_fivetran')) continue;
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

  private find(names: string[]): string | undefined {
    let found: string | undefined;
    for (const name of names) {
      const value = this.value(name);
      if (found !== undefined) continue;
      found = asText(value);
      if (found !== undefined) this.foundIn = this.columnOf(name);
    }
    return found;
  }

  private value(name: string): unknown {
    const path = pathOf(name);
    if (!path) {
      const column = this.columnOf(name);
      this.used.push(column);
      return Object.hasOwn(this.row.cells, column) ? this.row.cells[column] : undefined;
    }
    let value: unknown = this.row.cells;
    for (const part of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
      value = (value as Record<string, unknown>)[part];
    }
    return value;
  }

  private columnOf(name: string): string {
    const { asked, plain } = this.columns;
    let column = asked.get(name);
    if (column === undefined) {
      column = plain.get(plainName(name)) ?? name;
      if (asked.size < mostAsked) asked.set(name, column);
    }
    return column;
  }
}

/** The parts of a name that walks into JSON. */
function pathOf(name: string): readonly string[] | undefined {
  let path = paths.get(name);
  if (path === undefined && !paths.has(name)) {
    path = name.includes('.') ? name.split('.') : undefined;
    if (paths.size < mostAsked) paths.set(name, path);
  }
  return path;
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text === '') return undefined;
  return cutText(text, longestText);
}
