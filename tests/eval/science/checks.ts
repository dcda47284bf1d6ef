/** One line of the evaluation: a number of others, ours, and whether they meet. */
export interface Check {
  name: string;
  theirs: unknown;
  ours: unknown;
  /** Absolute, unless `relative`; `null`: exactly equal. */
  tolerance: number | null;
  ok: boolean;
  /** Why the line cannot be judged, or what to know about it. */
  note?: string;
}

/** A file that is not beside the checkout. */
export class MissingFile extends Error {
  constructor(readonly file: string) {
    super(`${file} is not here`);
  }
}

/** Collects the lines. */
export class Checks {
  readonly lines: Check[] = [];

  /** Numbers, each within an absolute tolerance of theirs. */
  near(
    name: string,
    theirs: number | readonly number[],
    ours: unknown,
    tolerance: number,
    note?: string,
  ): void {
    const expected = typeof theirs === 'number' ? [theirs] : theirs;
    const found = Array.isArray(ours) ? ours : [ours];
    const ok =
      found.length === expected.length &&
      expected.every((one, i) => typeof found[i] === 'number' && Math.abs(found[i] - one) <= tolerance);
    this.lines.push({ name, theirs, ours, tolerance, ok, ...(note ? { note } : {}) });
  }

  /** Whatever it is, exactly the same. */
  equal(name: string, theirs: unknown, ours: unknown, note?: string): void {
    const ok = JSON.stringify(theirs) === JSON.stringify(ours);
    this.lines.push({ name, theirs, ours, tolerance: null, ok, ...(note ? { note } : {}) });
  }

  /** A part that cannot be judged here. */
  missing(name: string, why: string): void {
    this.lines.push({ name, theirs: null, ours: null, tolerance: null, ok: false, note: why });
  }
}
