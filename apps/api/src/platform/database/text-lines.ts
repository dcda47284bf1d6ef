import pg, { type ClientConfig } from 'pg';
import { StraightLine, type TextAsked } from './straight-line.ts';

/** Asks for one text: the only column of the only row, as the bytes that PostgreSQL sent. `null` where it gave nothing. */
export type AskText = (name: string, sql: string, values: readonly unknown[]) => Promise<Buffer | null>;

const restsAtMostMs = 60_000;
const waitsAtMostMs = 5_000;
const lookEveryMs = 1_000;

/** A few straight lines for everybody: the one that was used last is warmest, and is asked first. */
export class TextLines {
  private readonly config: ClientConfig;
  private readonly most: number;
  private readonly lines = new Set<StraightLine>();
  private readonly free: StraightLine[] = [];
  private waiting: (TextAsked & { since: number })[] = [];
  private opening = 0;
  private isClosed = false;
  private readonly looking: NodeJS.Timeout;

  constructor(config: ClientConfig, most: number) {
    this.config = config;
    this.most = most;
    this.looking = setInterval(this.look, lookEveryMs).unref();
  }

  readonly ask: AskText = (name, sql, values) =>
    new Promise((give, fail) => {
      if (this.isClosed) return fail(new Error('The lines to PostgreSQL are closed.'));
      const line = this.free.pop();
      if (line) return line.ask({ name, sql, values, give, fail });
      this.waiting.push({ name, sql, values, give, fail, since: performance.now() });
      if (this.lines.size + this.opening < this.most) this.open();
    });

  /** Takes no more questions, and says goodbye on every line; whoever still waits is told. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.looking);
    this.refuse(() => true, 'The lines to PostgreSQL are closed.');
    await Promise.all([...this.lines].map((line) => line.close()));
  }

  private open(): void {
    this.opening += 1;
    const client = new pg.Client(this.config);
    // Trouble while connecting is told to whoever connects.
    client.on('error', () => undefined);
    client.connect().then(
      () => {
        this.opening -= 1;
        const line = new StraightLine(client, this.goOn, this.lose);
        this.lines.add(line);
        if (this.isClosed) void line.close();
        else this.goOn(line);
      },
      (error) => {
        this.opening -= 1;
        // Others may have got through; who came first is told that this one did not.
        this.waiting.shift()?.fail(error);
        void client.end().catch(() => undefined);
        if (this.waiting.length > 0 && this.lines.size + this.opening === 0) this.open();
      },
    );
  }

  private readonly goOn = (line: StraightLine): void => {
    const next = this.waiting.shift();
    if (next) line.ask(next);
    else this.free.push(line);
  };

  private readonly lose = (line: StraightLine): void => {
    this.lines.delete(line);
    const at = this.free.indexOf(line);
    if (at >= 0) this.free.splice(at, 1);
    if (!this.isClosed && this.waiting.length > 0 && this.lines.size + this.opening < this.most) this.open();
  };

  /** Lets go of lines that rest, and of people who have waited too long for one. */
  private readonly look = (): void => {
    const now = performance.now();
    this.refuse(({ since }) => now - since > waitsAtMostMs, 'No line to PostgreSQL became free.');
    for (const line of [...this.free])
      if (now - line.since > restsAtMostMs) {
        this.lose(line);
        void line.close().catch(() => undefined);
      }
  };

  private refuse(whom: (one: { since: number }) => boolean, why: string): void {
    const refused = this.waiting.filter(whom);
    if (refused.length === 0) return;
    this.waiting = this.waiting.filter((one) => !whom(one));
    for (const { fail } of refused) fail(new Error(why));
  }
}
