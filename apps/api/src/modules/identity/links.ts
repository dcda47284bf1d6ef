/** An open case between two records. */
export interface OpenDoubt {
  id: string;
  /** The younger of the two. */
  recordId: string;
  candidateRecordId: string;
  /** A source has said it: it stays until somebody settles it. */
  fixed: boolean;
  /** Raised by the set that is being decided about. */
  isNew?: boolean;
}

/** What has been said or asked of pairs of records: by people for good, and by the house while a case is open. */
export class Links {
  private readonly apart = new Map<string, Set<string>>();
  private readonly together = new Map<string, Set<string>>();
  private readonly doubts = new Map<string, Map<string, OpenDoubt>>();

  /** Takes in that two records are two people. */
  keepApart(a: string, b: string): void {
    note(this.apart, a, b);
  }

  /** Takes in that two records are one person. */
  keepTogether(a: string, b: string): void {
    note(this.together, a, b);
  }

  /** Whether somebody has said that two records are two people. */
  areApart(a: string, b: string): boolean {
    return this.apart.get(a)?.has(b) ?? false;
  }

  /** Records of which somebody has said that they are the same person as this one. */
  togetherWith(recordId: string): Iterable<string> {
    return this.together.get(recordId) ?? [];
  }

  /** Records that somebody keeps apart from this one. */
  apartFrom(recordId: string): Iterable<string> {
    return this.apart.get(recordId) ?? [];
  }

  /** Takes in an open case. */
  open(doubt: OpenDoubt): void {
    for (const [one, other] of [
      [doubt.recordId, doubt.candidateRecordId],
      [doubt.candidateRecordId, doubt.recordId],
    ] as const) {
      const known = this.doubts.get(one) ?? new Map<string, OpenDoubt>();
      known.set(other, doubt);
      this.doubts.set(one, known);
    }
  }

  /** A case is open no longer. */
  close({ recordId, candidateRecordId }: OpenDoubt): void {
    this.doubts.get(recordId)?.delete(candidateRecordId);
    this.doubts.get(candidateRecordId)?.delete(recordId);
  }

  /** All open cases. */
  *everyDoubt(): Generator<OpenDoubt> {
    for (const [recordId, known] of this.doubts)
      for (const doubt of known.values()) if (doubt.recordId === recordId) yield doubt;
  }

  /** Open cases about a record. */
  doubtsOf(recordId: string): Iterable<OpenDoubt> {
    return this.doubts.get(recordId)?.values() ?? [];
  }
}

function note(map: Map<string, Set<string>>, a: string, b: string): void {
  map.set(a, (map.get(a) ?? new Set()).add(b));
  map.set(b, (map.get(b) ?? new Set()).add(a));
}
