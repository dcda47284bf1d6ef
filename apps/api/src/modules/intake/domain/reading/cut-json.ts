import type { RowRefusalCode } from '#modules/house';
import { longestRow } from './file.ts';

/** The text of one item of a JSON list, and the line it begins on. */
export interface JsonPiece {
  line: number;
  text: string;
}

/** Why the rest of a JSON file cannot be read. */
export interface JsonBreak {
  line: number;
  code: RowRefusalCode;
  message: string;
  text: string;
}

const [newline, quote, comma, backslash] = [10, 34, 44, 92];
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const opens = (code: number): boolean => code === 123 || code === 91;
const closes = (code: number): boolean => code === 125 || code === 93;

/**
 * Cuts JSON text that arrives in pieces into the items of its list: of `[…]`, or of the member `collection` of each
 * `{"tickets":[…],"next_page":…}` (any number of them, one after the other). It looks at brackets and quotes only, never
 * holds more than one item of `longestRow`, and leaves the reading of each item to JSON.parse.
 */
export class JsonCutter {
  /** Set where the brackets are in disorder: nothing is cut from there on. */
  broken?: JsonBreak;
  private line = 1;
  private depth = 0;
  private inText = false;
  private escaped = false;
  private inList = false;
  /** The last text outside the list: the name of the member whose value comes next. */
  private name = '';
  private held = '';
  /** Where in this piece the item began that is being cut; -1 between items. */
  private from = -1;
  private beganAt = 1;

  /** @param listDepth 1 for `[…]`, 2 for a list inside an object. */
  constructor(
    private readonly listDepth: 1 | 2,
    private readonly collection?: string,
  ) {}

  /** The items that end in this piece. */
  push(piece: string): JsonPiece[] {
    const found: JsonPiece[] = [];
    for (let at = 0; at < piece.length && !this.broken; at++) {
      const code = piece.charCodeAt(at);
      if (code === newline) this.line++;
      if (this.inText) this.readText(piece, at, code);
      else if (!isSpace(code)) this.readSign(piece, at, code, found);
    }
    if (this.from >= 0) {
      this.held += piece.slice(this.from);
      this.from = 0;
      if (this.held.length > longestRow)
        this.stop('row-too-long', 'One item is longer than a million characters');
    }
    return found;
  }

  /** To be called when no more text comes: a file may stop in the middle. */
  end(): void {
    if (this.depth > 0 || this.inText) this.stop('cut-off', 'The file stops in the middle');
  }

  private readText(piece: string, at: number, code: number): void {
    if (this.escaped) this.escaped = false;
    else if (code === backslash) this.escaped = true;
    else if (code === quote) this.inText = false;
    else if (code === newline)
      this.stop('unclosed-text', 'A text is opened and not closed on its line', piece, at);
    if (this.inText && this.from < 0 && this.name.length < 200) this.name += piece[at];
  }

  private readSign(piece: string, at: number, code: number, found: JsonPiece[]): void {
    const isBetweenItems = this.inList && this.depth === this.listDepth;
    if (isBetweenItems && (code === comma || closes(code))) this.finish(piece, at, found);
    else if (isBetweenItems && this.from < 0) {
      this.from = at;
      this.beganAt = this.line;
    }
    if (code === quote) {
      this.inText = true;
      this.name = '';
    } else if (opens(code)) {
      this.depth++;
      if (code === 91 && this.depth === this.listDepth) {
        this.inList = this.listDepth === 1 || this.name === this.collection;
      }
    } else if (closes(code)) {
      this.depth--;
      if (this.depth < this.listDepth) this.inList = false;
      if (this.depth < 0) this.stop('unbalanced', 'A bracket is closed that was never opened', piece, at);
    } else if (this.depth === 0 && code !== comma) {
      this.stop('unbalanced', 'Something stands outside the list', piece, at);
    }
  }

  private finish(piece: string, at: number, found: JsonPiece[]): void {
    if (this.from < 0) return;
    found.push({ line: this.beganAt, text: (this.held + piece.slice(this.from, at)).trimEnd() });
    this.held = '';
    this.from = -1;
  }

  private stop(code: RowRefusalCode, message: string, piece = '', at = 0): void {
    const line = this.from >= 0 ? this.beganAt : this.line;
    const text = this.held + (this.from >= 0 ? piece.slice(this.from, at) : '');
    this.broken ??= { line, code, message: `${message}; what follows line ${line} cannot be read`, text };
  }
}
