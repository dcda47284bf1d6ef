import { hash } from 'node:crypto';
import { advisoryLocks, type Tx } from '#platform/database';

// The gate is one lock that small sets share and everything that moves records takes alone: a merge, or a set so large that
// locking each of its identifiers would fill PostgreSQL's lock table.
const gate = advisoryLocks.decidingAboutPeople;
// As many as the largest set at the front door names, as a rule: 32 signals with a key, a mail and two phones each.
const finest = 128;

// Taken alone by whoever gives records to other customers or takes them away, and shared by whoever writes what follows from what
// customers have: a large set that only adds need not wait for that.
const whose = advisoryLocks.movingRecords;

const sharedGate: Parameters<Tx['later']> = [
  'identity-lock-shared',
  'SELECT pg_advisory_xact_lock_shared($1::bigint)',
  [gate],
];

const wholeGate: Parameters<Tx['later']> = [
  'identity-lock-all',
  'SELECT pg_advisory_xact_lock($1::bigint)',
  [gate],
];

/**
 * Holds everything that a set of signals could decide about until the transaction ends, so that two transactions never make
 * the same person twice. Locks are taken in one order everywhere: first the gate, then the things, sorted.
 */
export async function lockThings(tx: Tx, things: Iterable<string>): Promise<void> {
  const names = new Set<string>();
  for (const thing of things) {
    names.add(thing);
    // A large set need not be named to its end.
    if (names.size > finest) return void tx.later(...wholeGate);
  }
  const hashes = [...new Set([...names].map(hash64))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  // Nothing is awaited: whoever asks beside this asks behind the locks.
  if (hashes.length === 0) tx.later(...sharedGate);
  else
    tx.later(
      'identity-lock-things',
      `SELECT pg_advisory_xact_lock_shared($1::bigint), pg_advisory_xact_lock(h)
         FROM (SELECT h FROM unnest($2::bigint[]) WITH ORDINALITY AS t(h, n) ORDER BY n) AS sorted`,
      [gate, hashes.map(String)],
    );
}

/** Nobody is merged or split until this transaction ends: for whoever writes beside a customer it has looked up. */
export async function holdStill(tx: Tx): Promise<void> {
  tx.later(...sharedGate);
}

/** No record changes its customer until this transaction ends: for whoever writes what follows from what customers have. */
export function keepWhoseRecordsAre(tx: Tx): void {
  tx.later('identity-lock-whose-shared', 'SELECT pg_advisory_xact_lock_shared($1::bigint)', [whose]);
}

/** Nobody else decides about anybody until this transaction ends, nor writes what follows from what customers have. */
export async function lockEverybody(tx: Tx): Promise<void> {
  tx.later(...wholeGate);
  tx.later('identity-lock-whose', 'SELECT pg_advisory_xact_lock($1::bigint)', [whose]);
}

// Who publishes a held run takes it for as long as that run looks at everybody; who refuses one asks whether it is free.
const answeringRuns = advisoryLocks.publishingRun;

/** Nobody refuses a held run until this transaction ends. */
export async function lockAnswersToRuns(tx: Tx): Promise<void> {
  await tx.named('identity-lock-answers', 'SELECT pg_advisory_xact_lock($1::bigint)', [answeringRuns]);
}

/** Whether no held run is being published at this moment; if so, none is until this transaction ends. */
export async function areAnswersFree(tx: Tx): Promise<boolean> {
  const [row] = await tx.named<{ free: boolean }>(
    'identity-try-answers',
    'SELECT pg_try_advisory_xact_lock($1::bigint) AS free',
    [answeringRuns],
  );
  return row!.free;
}

const hash64 = (thing: string): bigint => hash('sha1', thing, 'buffer').readBigInt64BE(0);
