import { announceEach } from '#modules/changes';
import { type CustomerToSummarise, holdCustomers } from '#modules/customers';
import { concernsExperience, live } from '#modules/experience';
import { refold } from '#modules/journey';
import type { Tx } from '#platform/database';
import type { Subjects } from './domain/subjects.ts';
import { summariseSet } from './summarise-set.ts';

/** What was recorded, as far as something follows from it. */
export interface Recording {
  /** Of whom signals told, and of which kinds. */
  kindsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who may stand elsewhere on the journey now. */
  standAnew: Iterable<string>;
  /** Kinds of all that was told; `any` when records moved, with all that hangs on them. */
  kinds: ReadonlySet<string> | 'any';
}

/** What makes following cheaper, where it is at hand. */
export interface AtHand {
  /** Customers of whom something else is known now: their summaries are written whole. */
  people?: readonly CustomerToSummarise[];
  /** Whether some may have no summary yet: they were new when it was owed. */
  maybeWithout?: boolean;
  /** When what was told happened. */
  moments?: readonly Date[];
  /** Called when PostgreSQL has the most to do. */
  meanwhile?: (() => void) | undefined;
}

/**
 * Brings about what follows from recorded signals: where customers stand, what they lived, what their summaries say, and that
 * whoever watches hears of it. A function of what is recorded: done later, again, or for several sets at once it comes to the same.
 */
export async function follow(
  tx: Tx,
  subjects: Subjects,
  { kindsOf, standAnew, kinds }: Recording,
  { people = [], maybeWithout = false, moments = [], meanwhile }: AtHand = {},
): Promise<void> {
  const lived = new Set(
    [...kindsOf].flatMap(([id, told]) => (concernsExperience(subjects.modules, told) ? [id] : [])),
  );
  const standing = [...standAnew];
  // Held before anything is read of them: those who lived something by `live`, which therefore comes first.
  holdCustomers(
    tx,
    standing.filter((id) => !lived.has(id)),
  );
  // None asks what another writes: what they ask goes in one message.
  const steps = sideBySide([
    live(tx, subjects.modules, [...lived], Date.now(), moments),
    refold(tx, standing),
  ]);
  meanwhile?.();
  await steps;
  const ids = [...kindsOf.keys()];
  const fresh = maybeWithout ? ids.filter((id) => kindsOf.get(id)!.has('profile')) : [];
  await summariseSet(tx, subjects, kinds, people, ids, fresh);
  await announceEach(tx, kindsOf);
}

/** Waits for all, also when one fails: none may go on asking in a transaction that is being taken back. */
export async function sideBySide(steps: readonly Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(steps);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
