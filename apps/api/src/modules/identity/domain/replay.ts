/** A decision as the log has it. */
export interface LoggedDecision {
  kind: string;
  recordIds: readonly string[];
  customerIds: readonly string[];
}

/** Kinds after which the records of a decision are the first customer's it names. */
const toTheFirst = new Set([
  'merge',
  'link-doubt',
  'synthetic-link',
  'source-merge',
  'auto-merge',
  'auto-link',
]);
/** Kinds after which they are the second's: they leave the first. */
const toTheSecond = new Set(['unmerge', 'split', 'auto-split']);

/**
 * Whose each record is, by the log alone: from the customer that each record was made with, decision by decision in the order in which
 * they were taken. An automatic link names the record it joined first, and after it the one that it was joined to.
 */
export function replayDecisions(
  born: ReadonlyMap<string, string>,
  decisions: readonly LoggedDecision[],
): Map<string, string> {
  const customerOf = new Map(born);
  for (const { kind, recordIds, customerIds } of decisions) {
    const to = toTheFirst.has(kind) ? customerIds[0] : toTheSecond.has(kind) ? customerIds[1] : undefined;
    if (to === undefined) continue;
    for (const id of kind === 'auto-link' ? recordIds.slice(0, 1) : recordIds) customerOf.set(id, to);
  }
  return customerOf;
}
