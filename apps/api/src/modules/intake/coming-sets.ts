import type { FileRow } from './domain/begin-row.ts';

/** The sets of rows of a file, of which the next is read while others are recorded. */
export interface ComingSets {
  /** Begins to read the next set, which `next` then gives. */
  readOn(): Promise<FileRow[] | undefined>;
  /** The next set; none at the end of the file. */
  next(): Promise<FileRow[] | undefined>;
  /** Reads no further. */
  end(): Promise<void>;
}

/**
 * `whenRead` hears that the end of the file was reached, when its last set may still wait to be recorded: a set that is not `full` is the
 * last, so the end is asked for at once.
 */
export function comingSets(
  sets: AsyncGenerator<FileRow[], void, undefined>,
  full: number,
  whenRead: () => void,
): ComingSets {
  type Coming = Promise<FileRow[] | undefined>;
  let coming: Coming | undefined;
  let end: Coming | undefined;
  const read = (): Coming => {
    const reading = sets.next().then(({ value: rows }) => {
      if (!rows) whenRead();
      else if (rows.length < full) end = read();
      return rows ?? undefined;
    });
    // Whoever takes the set hears what went wrong; perhaps nobody does.
    reading.catch(() => undefined);
    return reading;
  };
  const begin = (): Coming => {
    coming ??= read();
    return coming;
  };
  return {
    readOn: begin,
    async next() {
      const rows = await begin();
      if (rows) coming = end;
      return rows;
    },
    async end() {
      await sets.return();
    },
  };
}
