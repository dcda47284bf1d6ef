import { announceEach } from '#modules/changes';
import { concernsExperience, live } from '#modules/experience';
import type { Signal } from '#modules/house';
import { identify, moveRulesOf } from '#modules/identity';
import { advance } from '#modules/journey';
import type { Source } from '#modules/sources';
import { tell } from '#modules/timeline';
import type { Tx } from '#platform/database';
import type { TakenOutcome } from './domain/outcome.ts';
import type { Subjects } from './domain/subjects.ts';
import { beginTaking, isUnreadable, type Taking, taken } from './domain/taking.ts';
import { markKnown } from './mark-known.ts';
import { recall } from './recall.ts';
import { record } from './record.ts';
import { remember } from './remember.ts';
import { summariseSet } from './summarise-set.ts';

/** How a set is taken in. */
export interface TakeInOptions {
  /** The import it came with. */
  importId?: string;
  /** Whether to find out what each signal did, which an import counts and a webhook does not ask for. */
  tellEffects?: boolean;
}

/**
 * Takes in what a source tells: a set of any size, in the order given, in the caller's transaction. Answers in the same
 * order what became of each. One signal is a set of one, so there is one way in.
 */
export async function takeIn(
  tx: Tx,
  subjects: Subjects,
  source: Source,
  signals: readonly Signal[],
  options: TakeInOptions = {},
): Promise<TakenOutcome[]> {
  const begun = signals.map((signal) => beginTaking(signal, subjects));
  const readable = begun.filter((one): one is Taking => !isUnreadable(one));
  const outcomes = await takeBegun(tx, subjects, source, readable, options);
  return begun.map((one) => (isUnreadable(one) ? { outcome: 'unreadable', ...one } : outcomes.get(one)!));
}

/** The same for signals whose bodies were read already: recall, act, answer. */
export async function takeBegun(
  tx: Tx,
  subjects: Subjects,
  source: Source,
  begun: readonly Taking[],
  options: TakeInOptions = {},
): Promise<Map<Taking, TakenOutcome>> {
  const outcomes = new Map<Taking, TakenOutcome>();
  if (begun.length === 0) return outcomes;
  const fresh = await recall(tx, source, begun, (taking, outcome) => outcomes.set(taking, outcome));
  if (fresh.length > 0) await act(tx, subjects, source, fresh, options);
  for (const taking of fresh) outcomes.set(taking, taken(taking));
  return outcomes;
}

/** The steps that leave something behind, top to bottom. */
async function act(
  tx: Tx,
  subjects: Subjects,
  source: Source,
  set: readonly Taking[],
  { importId, tellEffects }: TakeInOptions,
): Promise<void> {
  if (tellEffects) await markKnown(tx, source, set);
  const { located, changed, people, moved } = await identify(
    tx,
    source,
    set.map(({ signal, signalId }) => ({ signal, signalId, ...(importId ? { importId } : {}) })),
    moveRulesOf(subjects.modules),
    { leaveSummaries: true },
  );
  set.forEach((taking, place) => {
    const { outcome, reasons } = located[place]!;
    taking.located = located[place]!;
    taking.reasons = reasons.map(({ text }) => text);
    if (taking.effect === 'created' && (outcome === 'linked' || outcome === 'unsure'))
      taking.effect = outcome;
  });
  const { entries, facts, kindsOf } = await record(tx, subjects, located);
  await tell(tx, entries);
  // Both ask something that the other does not need: one round trip.
  await Promise.all([remember(tx, source, set, importId), advance(tx, facts, customersWithStageWord(set))]);
  for (const customerId of changed)
    kindsOf.set(customerId, (kindsOf.get(customerId) ?? new Set()).add('profile'));
  const lived = [...kindsOf].filter(([, kinds]) => concernsExperience(subjects.modules, kinds));
  await live(
    tx,
    subjects.modules,
    lived.map(([customerId]) => customerId),
  );
  const customerIds = [...kindsOf.keys()];
  const kinds = moved ? 'any' : new Set(set.map(({ signal }) => signal.kind));
  await summariseSet(tx, subjects, kinds, people, customerIds);
  await announceEach(tx, kindsOf);
}

/** Customers of whom a source said in its own word where they stand, which the journey weighs with its facts. */
const customersWithStageWord = (set: readonly Taking[]): string[] =>
  set.flatMap(({ signal, located }) =>
    signal.person?.profile?.lifecycle && located?.customerId ? [located.customerId] : [],
  );
