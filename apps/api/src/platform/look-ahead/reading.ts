/** How one type of the graph is read straight from rows: SQL for each field, given the alias of its row. */
export interface TypeReading {
  typeName: string;
  fields: Record<string, FieldReading>;
}

/** How one field is read. Whatever has no reading is left to its resolver, and with it the whole document. */
export type FieldReading =
  | ValueReading
  | TextReading
  | InlineReading
  | ObjectReading
  | ListReading
  | ConnectionReading;

/** How a column's value becomes the JSON that execution would give. */
export type Spelling = 'plain' | 'time' | 'number' | 'enum' | 'id' | 'count';

/** A scalar: an SQL expression over the row. */
export interface ValueReading {
  kind: 'value';
  sql: (row: string) => string;
  /**
   * `time`: ISO 8601 with milliseconds; `number`: numeric without trailing zeros; `enum`: our lower-case word as the graph
   * names it; `id` and `count`: a uuid and an integer that are never NULL.
   */
  spelling?: Spelling;
}

/** The commonest reading: a column of the row. */
export const column = (name: string, spelling: Spelling = 'plain'): ValueReading => ({
  kind: 'value',
  sql: (row) => `${row}.${name}`,
  spelling,
});

/** A field whose SQL is JSON text already; it must be compact, as JSON.stringify writes it, and never NULL. */
export interface TextReading {
  kind: 'text';
  sql: (row: string) => string;
}

/** An object made of columns of the same row (money, a golden value); null unless `when` holds. */
export interface InlineReading {
  kind: 'inline';
  typeName: string;
  fields: Record<string, FieldReading>;
  row?: (row: string) => string;
  when?: (row: string) => string;
  /** As of `Rows`. */
  inHand?: Record<string, FieldReading>;
}

/** At most one row of somewhere else. */
export interface ObjectReading {
  kind: 'object';
  typeName: string;
  from: (row: string, call: ReadingCall) => Rows;
}

/** Rows of somewhere else, in order, at most as many as the arguments say. */
export interface ListReading {
  kind: 'list';
  typeName: string;
  from: (row: string, call: ReadingCall) => Rows;
}

/** A page: `from` gives one row more than `first`, which only says that more follow. */
export interface ConnectionReading {
  kind: 'connection';
  typeName: string;
  from: (row: string, call: ReadingCall) => PageRows;
  /** Fields of the connection besides `edges` and `pageInfo`. */
  more?: (row: string, call: ReadingCall) => Record<string, FieldReading>;
}

/** One part of a cursor: SQL of a value that is never NULL. `free` words may hold any letter; others none that JSON or a cursor escapes. */
export interface CursorPart {
  sql: string;
  free?: boolean;
}

/** Rows of a page, one more than `first`, and where each stands. */
export interface PageRows extends Rows {
  first: number;
  after: boolean;
  cursor: (row: string) => readonly CursorPart[];
  /** Where the node's own row is another one: its alias and the join that finds it, left out when nothing is taken from it. */
  node?: { alias: string; join: string };
}

/** What follows `SELECT …`: `FROM ticket t WHERE … ORDER BY … LIMIT 10`, and the alias the fields speak of. */
export interface Rows {
  sql: string;
  alias: string;
  /**
   * Fields of the type that these rows hold themselves, in other columns than its own readings ask (a summary has the name of
   * its customer). An object among them is used when it has all that is selected of it.
   */
  inHand?: Record<string, FieldReading>;
}

/** Arguments of the field that is read. */
export interface ReadingCall {
  /** The value itself: the statement's text may depend on it (a limit, a choice of order). One plan for each value. */
  literal<Value>(argument: string): Value;
  /** The size of a page or list, 1 to 100; another is for the resolvers to refuse. */
  size(argument: string): number;
  /** Whether a value is given at all: one plan with it and one without. */
  isGiven(argument: string): boolean;
  /**
   * A placeholder (`$3`) for the value, or for what `read` makes of it. `check` failing leaves the document to the
   * resolvers, who know what to say.
   */
  bind(argument: string, how?: Binding): string;
  /** A placeholder for who asks: for rows that not everybody of a role may see. */
  asker(what: 'id' | 'department'): string;
  /** A placeholder for a value that was read with `literal`. */
  constant(value: unknown): string;
  /** A fresh alias, so that the same field twice does not collide. */
  alias(stem: string): string;
}

/** How a value of the request becomes a value of the statement. */
export interface Binding {
  check?: (value: unknown) => boolean;
  read?: (value: unknown) => unknown;
}

/** Leaves the document to the resolvers: what is asked cannot be said as SQL, or is for them to refuse. */
export class NotReadable extends Error {
  override name = 'NotReadable';
}
