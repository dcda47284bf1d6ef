import { join } from 'node:path';
import { csvLine } from '../files/csv-file.ts';
import { RowFile } from '../files/row-file.ts';
import { recordId } from './record-ids.ts';
import { Shuffle } from './shuffle.ts';

/** A record as it is written, without its name, and whose it is. */
interface Told {
  line: string;
  who: string;
  group: string;
}

/** How many records wait in memory for their turn. */
const WINDOW = 65_536;

/** A file of records and beside it the file of their truth, both in the same order of chance. */
export class PairOfFiles<Column extends string> {
  rows = 0;
  readonly paths: readonly [string, string];
  #columns: readonly Column[];
  #records: RowFile;
  #truth: RowFile;
  #shuffle: Shuffle<Told>;
  #seed: number;
  #letter: string;

  private constructor(
    paths: readonly [string, string],
    columns: readonly Column[],
    records: RowFile,
    truth: RowFile,
    seed: number,
    letter: string,
  ) {
    this.paths = paths;
    this.#columns = columns;
    this.#records = records;
    this.#truth = truth;
    this.#seed = seed;
    this.#letter = letter;
    this.#shuffle = new Shuffle(seed, WINDOW);
  }

  /** Opens `<kind>.csv` and `<kind>-truth.csv` anew; `letter` begins the name of each record. */
  static async open<Column extends string>(
    folder: string,
    kind: string,
    columns: readonly Column[],
    seed: number,
    letter: string,
  ): Promise<PairOfFiles<Column>> {
    const paths = [join(folder, `${kind}.csv`), join(folder, `${kind}-truth.csv`)] as const;
    const records = await RowFile.create(paths[0], `${csvLine(['record_id', ...columns])}\n`);
    const truth = await RowFile.create(paths[1], 'record_id,person_id,household_id\n');
    return new PairOfFiles(paths, columns, records, truth, seed, letter);
  }

  /** Takes one record of somebody; some record, this or an earlier one, is written. */
  async add(row: Partial<Record<Column, string>>, who: string, group: string): Promise<void> {
    this.rows++;
    const out = this.#shuffle.pass({ line: csvLine(this.#columns.map((each) => row[each])), who, group });
    if (out) await this.#write(out);
  }

  /** Writes what waits, and closes. */
  async close(): Promise<void> {
    for (const told of this.#shuffle.rest()) await this.#write(told);
    await this.#records.close();
    await this.#truth.close();
  }

  /** Lets go of both as they are; also fine after close. */
  async abandon(): Promise<void> {
    await Promise.allSettled([this.#records.abandon(), this.#truth.abandon()]);
  }

  async #write({ line, who, group }: Told): Promise<void> {
    const id = recordId(this.#seed, this.#records.rows, this.#letter);
    await this.#records.add(`${id},${line}`);
    await this.#truth.add(`${id},${who},${group}`);
  }
}
