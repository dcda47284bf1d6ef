import { longestRow, type Separator } from './file.ts';

/** A record of a table, or a line that is none. */
export type CsvRecord =
  | {
      line: number;
      fields: string[];
      /** The record as it stands, line feed included: cut again by itself, it gives the same. Missing where lines end otherwise. */
      raw?: string;
    }
  | { line: number; text: string; code: 'stray-quote' | 'unclosed-quote' | 'row-too-long'; message: string };

/**
 * Cuts text that arrives in pieces into the records of a table (RFC 4180, with LF, CRLF or CR, and with quotes in the
 * middle of an unquoted cell taken as they are). A record that cannot be read costs one line: cutting goes on at the
 * next. It never holds more than one record of `longestRow` and the last piece.
 */
export class CsvCutter {
  private rest = '';
  private line = 1;
  private dropping = false;
  private problem = false;
  /** The next separator at or after what was read; -1 when there is none. */
  private separatorAt = -2;

  constructor(
    private readonly separator: Separator,
    private readonly newline: '\n' | '\r' = '\n',
  ) {}

  /** The records that are complete with this piece. */
  push(piece: string): CsvRecord[] {
    this.rest += piece;
    return this.cut(false);
  }

  /** The records that are left when no more text comes. */
  end(): CsvRecord[] {
    return this.cut(true);
  }

  private cut(isEnd: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    const text = this.rest;
    let at = 0;
    this.separatorAt = -2;
    while (at < text.length) {
      if (this.dropping) {
        at = this.afterLine(text, at);
        this.dropping = at < 0;
        if (at < 0) at = text.length;
        continue;
      }
      const found = this.recordAt(text, at, isEnd);
      if (found && found.next - at <= longestRow) {
        records.push(
          this.newline === '\n'
            ? { line: this.line, fields: found.fields, raw: text.slice(at, found.next) }
            : { line: this.line, fields: found.fields },
        );
        this.line += found.lines;
        at = found.next;
        continue;
      }
      const mayGrow = !found && !isEnd && text.length - at <= longestRow;
      if (mayGrow && (!this.problem || this.afterLine(text, at) < 0)) break;
      at = this.refuseLine(text, at, records);
    }
    this.rest = text.slice(at);
    return records;
  }

  /** The record that begins at `at`; `undefined` when it is not complete, or not one (then `problem` says why). */
  private recordAt(
    text: string,
    at: number,
    isEnd: boolean,
  ): { fields: string[]; next: number; lines: number } | undefined {
    const { separator, newline } = this;
    const fields: string[] = [];
    let lines = 1;
    let lineEnd = text.indexOf(newline, at);
    this.problem = false;
    for (let start = at; ; ) {
      let end: number;
      if (text[start] === '"') {
        const close = closingQuote(text, start + 1);
        if (close < 0 || (close + 1 === text.length && !isEnd)) return undefined;
        end = close + 1;
        if (newline === '\n' && text[end] === '\r') end++;
        const after = text[end];
        if (after === undefined && !isEnd) return undefined;
        if (after !== undefined && after !== separator && after !== newline) {
          this.problem = true;
          return undefined;
        }
        const inside = text.slice(start + 1, close);
        fields.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside);
        while (lineEnd >= 0 && lineEnd < close) {
          lines++;
          lineEnd = text.indexOf(newline, lineEnd + 1);
        }
      } else {
        if (this.separatorAt !== -1 && this.separatorAt < start) {
          this.separatorAt = text.indexOf(separator, start);
        }
        end = this.separatorAt;
        const limit = lineEnd < 0 ? text.length : lineEnd;
        if (end < 0 || end > limit) {
          if (lineEnd < 0 && !isEnd) return undefined;
          end = limit;
        }
        const cell = text.slice(start, end);
        fields.push(end === limit && newline === '\n' && cell.endsWith('\r') ? cell.slice(0, -1) : cell);
      }
      if (text[end] !== separator) return { fields, next: end + 1, lines };
      start = end + 1;
    }
  }

  private refuseLine(text: string, at: number, records: CsvRecord[]): number {
    const next = this.afterLine(text, at);
    const line = text.slice(at, next < 0 ? text.length : next).trimEnd();
    this.separatorAt = -2;
    records.push({
      line: this.line,
      text: line,
      ...(this.problem
        ? {
            code: 'stray-quote',
            message: 'A quote ends in the middle of a cell: quotes inside a cell are written twice',
          }
        : line.length >= longestRow
          ? { code: 'row-too-long', message: 'This row is longer than a million characters' }
          : {
              code: 'unclosed-quote',
              message: 'A quote is opened on this line and never closed, or only a million characters later',
            }),
    });
    this.line++;
    this.dropping = next < 0;
    return next < 0 ? text.length : next;
  }

  private afterLine(text: string, at: number): number {
    const end = text.indexOf(this.newline, at);
    return end < 0 ? -1 : end + 1;
  }
}

/** Where the quote closes that was opened before `at`; -1 when it does not. */
function closingQuote(text: string, at: number): number {
  let quote = text.indexOf('"', at);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote;
}
