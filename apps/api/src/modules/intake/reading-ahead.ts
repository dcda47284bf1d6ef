import type { FileRow } from './take-rows.ts';

/** The sets of a file, one of them made ready before it is asked for. */
export interface SetsAhead {
  next(): Promise<readonly FileRow[] | undefined>;
  /** Makes the next one ready. */
  readOn(): void;
  close(): Promise<void>;
}

/** Reads the sets of a file as they are asked for, and one ahead. */
export function readingAhead(sets: AsyncGenerator<FileRow[], void, undefined>): SetsAhead {
  let coming: ReturnType<typeof sets.next> | undefined;
  const readOn = () => {
    coming ??= sets.next();
    coming.catch(() => undefined);
    return coming;
  };
  return {
    async next() {
      const { value } = await readOn();
      coming = undefined;
      return value ?? undefined;
    },
    readOn: () => void readOn(),
    close: async () => void (await sets.return()),
  };
}
