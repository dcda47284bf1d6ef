/** What the order of cases needs to know of one. */
interface Case {
  customer: { id: string };
  candidate: { id: string };
}

/** A case among those about the same people: 1 of 1 where it is the only one. */
export interface CaseInOrder<Each> {
  doubt: Each;
  at: number;
  of: number;
}

/**
 * Cases about the same people one behind the other, where the first of them stands: one answer often settles the next, and whoever meets
 * a name again sees that it is no mistake. Cases hang together that have a customer in common, and whatever hangs on these.
 */
export function doubtsInOrder<Each extends Case>(doubts: readonly Each[]): CaseInOrder<Each>[] {
  const casesOf = new Map<string, Each[]>();
  for (const doubt of doubts)
    for (const { id } of [doubt.customer, doubt.candidate]) {
      const known = casesOf.get(id);
      if (known) known.push(doubt);
      else casesOf.set(id, [doubt]);
    }
  const found = new Set<Each>();
  const ordered: CaseInOrder<Each>[] = [];
  for (const first of doubts) {
    if (found.has(first)) continue;
    const together = new Set([first]);
    for (const doubt of together)
      for (const { id } of [doubt.customer, doubt.candidate])
        for (const other of casesOf.get(id)!) together.add(other);
    const cases = doubts.filter((doubt) => together.has(doubt));
    cases.forEach((doubt, at) => {
      found.add(doubt);
      ordered.push({ doubt, at: at + 1, of: cases.length });
    });
  }
  return ordered;
}
