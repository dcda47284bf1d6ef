/** What has been opened, to be closed in the opposite order. */
export interface Closers {
  add(close: () => unknown): void;
  /** Closes everything once, last opened first; the first failure is thrown after all have had their turn. */
  closeAll(): Promise<void>;
}

/** Makes an empty list of things to close. */
export function makeClosers(): Closers {
  const open: (() => unknown)[] = [];
  return {
    add: (close) => {
      open.push(close);
    },
    async closeAll() {
      let failure: unknown;
      for (let close = open.pop(); close; close = open.pop()) {
        try {
          await close();
        } catch (error) {
          failure ??= error;
        }
      }
      if (failure) throw failure;
    },
  };
}
