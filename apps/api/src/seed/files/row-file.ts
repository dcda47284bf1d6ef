import { type FileHandle, open } from 'node:fs/promises';

/** How many rows wait in memory, at most, before they are written to the disk. */
export const ROWS_IN_HAND = 512;

/**
 * A file that grows row by row. It holds at most ROWS_IN_HAND rows and makes the writer wait for the disk, so a file
 * of any size costs the same memory.
 */
export class RowFile {
  rows = 0;
  /** The most rows that ever waited in memory at once. */
  peakInHand = 0;
  #inHand: string[] = [];
  #handle: FileHandle;
  #between: string;

  private constructor(handle: FileHandle, between: string) {
    this.#handle = handle;
    this.#between = between;
  }

  /** Opens the file anew with what stands above the rows; `between` stands between two rows. */
  static async create(path: string, above = '', between = '\n'): Promise<RowFile> {
    const file = new RowFile(await open(path, 'w'), between);
    if (above) await file.#handle.write(above);
    return file;
  }

  /** Adds one row. */
  async add(row: string): Promise<void> {
    this.#inHand.push(this.rows === 0 ? row : this.#between + row);
    this.rows++;
    this.peakInHand = Math.max(this.peakInHand, this.#inHand.length);
    if (this.#inHand.length >= ROWS_IN_HAND) await this.#flush();
  }

  /** Writes what is left, then what stands below the rows, and closes. */
  async close(below = '\n'): Promise<void> {
    await this.#flush();
    await this.#handle.write(this.rows === 0 && below === '\n' ? '' : below);
    await this.#handle.close();
  }

  /** Lets go of the file as it is, when something else went wrong; also fine after close. */
  async abandon(): Promise<void> {
    await this.#handle.close();
  }

  async #flush(): Promise<void> {
    const text = this.#inHand.join('');
    this.#inHand = [];
    if (text) await this.#handle.write(text);
  }
}
