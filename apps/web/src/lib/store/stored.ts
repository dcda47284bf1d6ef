/** Reads a remembered value of this browser; anything unreadable counts as never stored. */
export function readStored<T>(key: string, accept: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`ancora.${key}`) ?? 'null');
    return accept(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a value in this browser; a full or forbidden storage is not worth an error. */
export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(`ancora.${key}`, JSON.stringify(value));
  } catch {
    // Private windows may refuse: the setting then lasts as long as the page.
  }
}
