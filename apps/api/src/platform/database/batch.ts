import pg, { type Connection, type FieldDef, type Submittable } from 'pg';
import { wireValue } from './wire-value.ts';

/** One statement of a batch. */
export interface Statement {
  /** Under which name it stays prepared on its connection; '' for one that is asked once. */
  name: string;
  text: string;
  values: readonly unknown[];
  /** Hears its rows and what it was (`COMMIT`, `INSERT`); without it, rows are not even described. */
  answer?: (rows: Record<string, unknown>[], command: string) => void;
  fail?: (error: Error) => void;
}

type Row = Record<string, unknown>;

/** PostgreSQL cuts longer names, and two that begin alike would be one. */
const longestName = 63;

interface Reader {
  names: string[];
  parsers: ((text: string) => unknown)[];
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

  private readonly statements: readonly Statement[];
  private readonly ended: (error: Error | null, heard: boolean) => void;

  /** `ended` hears when all is answered: the error if there was one, and whether anybody was told of it. */
  constructor(statements: readonly Statement[], ended: (error: Error | null, heard: boolean) => void) {
    this.statements = statements;
    this.ended = ended;
  }

  /** Called by pg when it is this batch's turn. */
  submit(given: Connection): Error | null {
    const connection = given as KnowingConnection;
    const wired: (string | Buffer | null)[][] = [];
    try {
      for (const { values } of this.statements) wired.push(values.map(wireValue));
      for (const { name, text } of this.statements)
        if (name.length > longestName) throw new Error(`${name} is too long for the name of a statement.`);
        else if (name && (connection.parsedStatements[name] ?? text) !== text)
          throw new Error(`Two statements share the name ${name}.`);
    } catch (error) {
      return error as Error;
    }
    this.connection = connection;
    this.readers = readersOf.get(connection) ?? new Map();
    readersOf.set(connection, this.readers);
    connection.on('parseComplete', this.countParsed);
    connection.stream.cork();
    this.statements.forEach(({ name, text, answer }, place) => {
      if (!name || connection.parsedStatements[name] === undefined) {
        connection.parse({ name, text, types: [] }, true);
        this.parsing.push(name);
        if (name) connection.parsedStatements[name] = text;
      }
      connection.bind({ statement: name, values: wired[place]! }, true);
      if (answer && !(name && this.readers.has(name))) connection.describe({ type: 'P', name: '' }, true);
      connection.execute(null, true);
    });
    connection.sync();
    connection.stream.uncork();
    this.begin();
    return null;
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
    const { names, parsers } = this.reader;
    const row: Row = {};
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

  handleError(error: Error): void {
    this.leave();
    // What was not prepared after all must be prepared by whoever asks it next.
    for (const name of this.parsing.slice(this.parsed)) delete this.connection?.parsedStatements[name];
    for (const answer of this.answers) answer();
    const undone = this.statements.slice(this.place);
    for (const { fail } of undone) fail?.(error);
    this.ended(
      error,
      undone.some(({ fail }) => fail),
    );
  }

  handleReadyForQuery(): void {
    this.leave();
    for (const answer of this.answers) answer();
    this.ended(null, true);
  }

  private leave(): void {
    this.connection?.removeListener('parseComplete', this.countParsed);
  }
}
