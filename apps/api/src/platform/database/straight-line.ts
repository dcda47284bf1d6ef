import type { Duplex } from 'node:stream';
import type { Client, Connection } from 'pg';
import { bindMessage, executeAndSync, MessageReader, parseMessage } from './wire-messages.ts';
import { wireValues } from './wire-values.ts';

/** A statement that gives one text, and who waits for it. */
export interface TextAsked {
  /** Under which name it stays prepared on its connection; '' for one that is asked once. */
  name: string;
  sql: string;
  values: readonly unknown[];
  /** Gets the text as the bytes that came; `null` where PostgreSQL gave nothing. */
  give: (text: Buffer | null) => void;
  fail: (error: Error) => void;
}

type Connected = Client & { connection: Connection & { stream: Duplex } };

/**
 * A connection that reads texts and nothing else: what PostgreSQL writes is handed on as the bytes that came, without becoming
 * a string in between, and a statement goes out in one piece. pg opens the connection, proves who we are, and hears when it ends.
 */
export class StraightLine {
  private readonly client: Connected;
  private readonly stream: Duplex;
  /** Texts of the statements that are prepared, by their names. */
  private readonly prepared = new Map<string, string>();
  private readonly whenFree: (line: StraightLine) => void;
  private asked: TextAsked | undefined;
  private text: Buffer | null = null;
  private error: Error | undefined;
  /** When it last was given something to do, by the clock of the process. */
  since = performance.now();

  /** Takes over a connected client. `whenFree` hears whenever it can be asked again, `whenLost` once, when it cannot any more. */
  constructor(
    client: Client,
    whenFree: (line: StraightLine) => void,
    whenLost: (line: StraightLine) => void,
  ) {
    this.client = client as Connected;
    this.stream = this.client.connection.stream;
    this.whenFree = whenFree;
    let isLost = false;
    const lose = (error?: Error) => {
      if (isLost) return;
      isLost = true;
      const { asked } = this;
      this.asked = undefined;
      whenLost(this);
      // What PostgreSQL said before it hung up tells more.
      asked?.fail(this.error ?? error ?? new Error('The connection to PostgreSQL ended.'));
    };
    client.on('error', lose);
    client.once('end', () => lose());
    this.stream.removeAllListeners('data');
    const reader = new MessageReader(this.hear);
    this.stream.on('data', (chunk: Buffer) => reader.read(chunk));
  }

  /** Asks. It must be free. */
  ask(asked: TextAsked): void {
    const { name, sql } = asked;
    let message: Buffer[];
    try {
      message = [bindMessage(name, wireValues(sql, asked.values)), executeAndSync];
      const known = name && this.prepared.get(name);
      if (!known) message.unshift(parseMessage(name, sql));
      else if (known !== sql) throw new Error(`Two statements share the name ${name}.`);
    } catch (error) {
      asked.fail(error as Error);
      this.whenFree(this);
      return;
    }
    this.asked = asked;
    this.text = null;
    this.error = undefined;
    this.since = performance.now();
    this.stream.write(Buffer.concat(message));
  }

  /** Says goodbye. */
  close(): Promise<void> {
    return this.client.end();
  }

  private readonly hear = (kind: number, text: Buffer | null, error: Error | undefined): void => {
    const { asked } = this;
    if (!asked) return;
    if (kind === MessageReader.row) this.text = text;
    else if (kind === MessageReader.parsed) {
      if (asked.name) this.prepared.set(asked.name, asked.sql);
    } else if (kind === MessageReader.error) this.error = error;
    else if (kind === MessageReader.ready) {
      this.asked = undefined;
      // First the connection goes on, then who waited: PostgreSQL works meanwhile.
      const [heard, trouble] = [this.text, this.error];
      this.text = null;
      this.whenFree(this);
      if (trouble) asked.fail(trouble);
      else asked.give(heard);
    }
  };
}
