import pg, { type Connection, type FieldDef, type Submittable } from 'pg';
import { wireValues } from './wire-values.ts';

/** One statement of a batch. */
export interface Statement {
  /** Under which name it stays prepared on its connection; '' for one that is asked once. */
  name: string;
  text: string;
  values: readonly unknown[];
  /** Hears its rows and what it was (`COMMIT`, `INSERT`); without it, rows are not even described. */
  answer?: (rows: Record<string, unknown>[], command: string) => void;
  fail?: (error: Error) => void;
  /** What its own error means to whoever hears of it. */
  means?: ((error: Error) => Error) | undefined;
  /**
   * What a `COPY … FROM STDIN` reads, as messages (`copyMessages`). They follow right behind it: PostgreSQL reads on, and after an error
   * hears of none of them.
   */
  copies?: Buffer | undefined;
}

type Row = Record<string, unknown>;

/** PostgreSQL cuts longer names, and two that begin alike would be one. */
const longestName = 63;

interface Reader {
  names: string[];
  parsers: ((text: string) => unknown)[];
  /** A row of nothing: a copy of it is filled in faster than a row grows column by column. */
  blank: Row;
}

// pg's connection keeps the texts of what it has prepared; its types do not say so.
type KnowingConnection = Connection & { parsedStatements: Record<string, string> };

/** How to read the rows of prepared statements that were described before, by connection. */
const readersOf = new WeakMap<Connection, Map<string, Reader>>();

const readerOf = (fields: readonly FieldDef[]): Reader => ({
  names: fields.map(({ name }) => name),
  parsers: fields.map(
    ({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, 'text') as (text: string) => unknown,
  ),
  blank: Object.fromEntries(fields.map(({ name }) => [name, null])),
});

/**
 * Statements that travel together: one write, one answer, carried out in their order. After the first that fails, PostgreSQL
 * carries out none of the rest, and all of those hear of its error. A round trip costs more than most statements.
 */
export class Batch implements Submittable {
  private place = 0;
  private rows: Row[] = [];
  private answers: (() => void)[] = [];
  private reader: Reader | undefined;
  private readers = new Map<string, Reader>();
  private connection: KnowingConnection | undefined;
  private parsing: string[] = [];
  private parsed = 0;

  private readonly statements: Statement[];
  private readonly ended: (error: Error | null, heard: boolean) => void;
  /** Whether more may come: PostgreSQL works on what it has, and answers when it is told that this is all. */
  private isOpen: boolean;

  /**
   * `ended` hears when all is answered: the error if there was one, and whether anybody was told of it. A batch that `isOpen` goes on
   * with `add`.
   */
  constructor(
    statements: readonly Statement[],
    ended: (error: Error | null, heard: boolean) => void,
    isOpen = false,
  ) {
    this.statements = [...statements];
    this.ended = ended;
    this.isOpen = isOpen;
  }

  /** Called by pg when it is this batch's turn. */
  submit(given: Connection): Error | null {
    const connection = given as KnowingConnection;
    try {
      const wired = this.wire(connection, this.statements);
      this.connection = connection;
      this.readers = readersOf.get(connection) ?? new Map();
      readersOf.set(connection, this.readers);
      connection.on('parseComplete', this.countParsed);
      this.begin();
      this.write(this.statements, wired);
    } catch (error) {
      return error as Error;
    }
    return null;
  }

  /** Sends more of an open batch. Throws before anything is sent when values cannot be; after an error nothing is carried out. */
  add(statements: readonly Statement[]): void {
    // Before its turn has come nothing of it was sent.
    if (!this.connection) return void this.statements.push(...statements);
    const wired = this.wire(this.connection, statements);
    const nothingLeft = this.place === this.statements.length;
    this.statements.push(...statements);
    if (nothingLeft) this.begin();
    this.write(statements, wired);
  }

  /** Says that this is all: PostgreSQL answers. */
  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    if (this.connection?.stream.writable) this.connection.sync();
  }

  private wire(
    connection: KnowingConnection,
    statements: readonly Statement[],
  ): (string | Buffer | null)[][] {
    for (const { name, text } of statements)
      if (name.length > longestName) throw new Error(`${name} is too long for the name of a statement.`);
      else if (name && (connection.parsedStatements[name] ?? text) !== text)
        throw new Error(`Two statements share the name ${name}.`);
    return statements.map(({ text, values }) => wireValues(text, values));
  }

  private write(statements: readonly Statement[], wired: readonly (string | Buffer | null)[][]): void {
    const connection = this.connection!;
    connection.stream.cork();
    statements.forEach(({ name, text, answer, copies }, place) => {
      if (!name || connection.parsedStatements[name] === undefined) {
        connection.parse({ name, text, types: [] }, true);
        this.parsing.push(name);
        if (name) connection.parsedStatements[name] = text;
      }
      connection.bind({ statement: name, values: wired[place]! }, true);
      if (answer && !(name && this.readers.has(name))) connection.describe({ type: 'P', name: '' }, true);
      connection.execute(null, true);
      if (copies) connection.stream.write(copies);
    });
    if (!this.isOpen) connection.sync();
    connection.stream.uncork();
  }

  private readonly countParsed = () => {
    this.parsed += 1;
  };

  private begin(): void {
    this.rows = [];
    const name = this.statements[this.place]?.name;
    this.reader = name ? this.readers.get(name) : undefined;
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.reader = readerOf(fields);
    const { name } = this.statements[this.place]!;
    if (name) this.readers.set(name, this.reader);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (!this.reader || !this.statements[this.place]!.answer) return;
    const { names, parsers, blank } = this.reader;
    const row: Row = { ...blank };
    for (let column = 0; column < fields.length; column += 1) {
      const text = fields[column]!;
      row[names[column]!] = text === null ? null : parsers[column]!(text);
    }
    this.rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const { answer } = this.statements[this.place]!;
    const { rows } = this;
    this.place += 1;
    this.begin();
    // Told at the end: whoever hears of a commit may let go of the connection, which is ready only then.
    if (answer) this.answers.push(() => answer(rows, text.split(' ', 1)[0]!));
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handlePortalSuspended(): void {}

  /** PostgreSQL is ready for rows that are on their way already. */
  handleCopyInResponse(): void {}

  handleError(told: Error): void {
    const error = this.statements[this.place]?.means?.(told) ?? told;
    const undone = this.statements.slice(this.place);
    // After an error PostgreSQL hears nothing until it is told that this is all.
    this.close();
    // What was not prepared after all must be prepared by whoever asks it next.
    for (const name of this.parsing.slice(this.parsed)) delete this.connection?.parsedStatements[name];
    this.tell();
    for (const { fail } of undone) fail?.(error);
    this.ended(
      error,
      undone.some(({ fail }) => fail),
    );
  }

  handleReadyForQuery(): void {
    this.tell();
    this.ended(null, true);
  }

  /**
   * Tells what was answered and lets go of all of it: a batch that is done may lie among what V8 collects rarely, and what it
   * held would be copied there, too.
   */
  private tell(): void {
    this.connection?.removeListener('parseComplete', this.countParsed);
    const { answers } = this;
    this.answers = [];
    this.rows = [];
    this.statements.length = 0;
    for (const answer of answers) answer();
  }
}
