import { groupBy } from '#kernel/batch';
import { writeSummaries, writeWords } from '#modules/customers';
import type { Signal } from '#modules/house';
import { type Foreseen, foresee, identify, moveRulesOf } from '#modules/identity';
import { keepFacts } from '#modules/journey';
import type { Source } from '#modules/sources';
import { tell } from '#modules/timeline';
import type { Tx } from '#platform/database';
import type { Known } from './ask-known.ts';
import { insertOwed } from './data/owed.ts';
import type { TakenOutcome } from './domain/outcome.ts';
import type { Subjects } from './domain/subjects.ts';
import { beginTaking, isUnreadable, type Taking, taken } from './domain/taking.ts';
import { follow, type Recording } from './follow.ts';
import { markKnown } from './mark-known.ts';
import { recall } from './recall.ts';
import { askAhead, record } from './record.ts';
import { remember } from './remember.ts';

/** How a set is taken in. */
export interface TakeInOptions {
  /** The import it came with. */
  importId?: string;
  /** Called when PostgreSQL has the most to do and nothing is left to do here: the time to make the next set ready. */
  meanwhile?: (() => void) | undefined;
  /** Whether to find out what each signal did, which an import counts and a webhook does not ask for. */
  tellEffects?: boolean;
  /** What follows (stage, experience, summary, the news of it) is not brought about but owed: the caller sees to it that it is settled. */
  oweWhatFollows?: boolean;
  /** What was asked of these very signals before. */
  known?: Known | undefined;
  /** Hears which of them were news and are recorded now. */
  onTaken?: ((taken: readonly Taking[]) => void) | undefined;
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
  const begun = signals.map((signal) => beginTaking(signal, subjects.kinds));
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
  // Nearly always all of a small set is news: what identity and the subject ask first goes in the same message, the locks before all.
  const isSmall = begun.length <= foreseenAtMost;
  const foreseeing = isSmall ? foresee(tx, source, begun.map(incomingOf(options.importId))) : undefined;
  const asked = isSmall ? askAhead(tx, subjects, source, begun) : undefined;
  const [fresh, foreseen] = await Promise.all([
    recall(tx, source, begun, (taking, outcome) => outcomes.set(taking, outcome), options.known),
    foreseeing,
  ]);
  if (fresh.length > 0)
    // What was asked of more than is news is asked again.
    await act(tx, subjects, source, fresh, options, fresh.length < begun.length ? {} : { foreseen, asked });
  for (const taking of fresh) outcomes.set(taking, taken(taking));
  options.onTaken?.(fresh);
  return outcomes;
}

/** A message saved is much for a few signals; what a large set was asked in vain would be much, too. */
const foreseenAtMost = 64;

const incomingOf =
  (importId: string | undefined) =>
  ({ signal, signalId }: Taking) => ({ signal, signalId, ...(importId ? { importId } : {}) });

/** The steps that leave something behind, top to bottom. */
async function act(
  tx: Tx,
  subjects: Subjects,
  source: Source,
  set: readonly Taking[],
  { importId, tellEffects, meanwhile, oweWhatFollows, known }: TakeInOptions,
  ahead: { foreseen?: Foreseen | undefined; asked?: Promise<unknown> | undefined },
): Promise<void> {
  if (tellEffects) await markKnown(tx, source, set, known);
  const identifying = identify(tx, source, set.map(incomingOf(importId)), moveRulesOf(subjects.modules), {
    leaveSummaries: true,
    foreseen: ahead.foreseen,
  });
  const asked = set.length > foreseenAtMost ? askAhead(tx, subjects, source, set) : ahead.asked;
  const { located, changed, people, fresh, moved } = await identifying;
  set.forEach((taking, place) => {
    const { outcome, reasons } = located[place]!;
    taking.located = located[place]!;
    taking.reasons = reasons.map(({ code, text, values = {} }) => ({ code, message: text, values }));
    if (taking.effect === 'created' && (outcome === 'linked' || outcome === 'unsure'))
      taking.effect = outcome;
  });
  await remember(tx, source, set, importId);
  // What was asked before records moved is not what is so now.
  const { entries, facts, kindsOf, standAnew } = await record(
    tx,
    subjects,
    located,
    moved ? undefined : asked,
  );
  await tell(tx, entries);
  await keepFacts(tx, facts);
  for (const customerId of changed)
    kindsOf.set(customerId, (kindsOf.get(customerId) ?? new Set()).add('profile'));
  const recording: Recording = {
    kindsOf,
    standAnew: new Set([...standAnew, ...customersWithStageWord(set)]),
    kinds: moved ? 'any' : new Set(set.map(({ signal }) => signal.kind)),
  };
  if (oweWhatFollows && !moved) {
    await writeSummaries(
      tx,
      people.filter(({ id }) => !fresh.has(id)),
    );
    writeWords(
      tx,
      people.filter(({ id }) => fresh.has(id)),
    );
    owe(tx, recording);
    meanwhile?.();
  } else {
    const moments = set.map(({ at }) => at);
    await follow(tx, subjects, recording, { people, moments, meanwhile });
  }
}

/** Keeps of whom something follows, in as few rows as there are kinds of news. */
function owe(tx: Tx, { kindsOf, standAnew }: Recording): void {
  const anew = new Set(standAnew);
  const groups = groupBy(kindsOf, ([id, kinds]) => `${anew.has(id)} ${[...kinds].sort().join(' ')}`);
  for (const group of groups.values()) {
    const [id, kinds] = group[0]!;
    insertOwed(tx, {
      customerIds: group.map(([customerId]) => customerId),
      kinds: [...kinds],
      standsAnew: anew.has(id),
    });
  }
}

/** Customers of whom a source said in its own word where they stand, which the journey weighs with its facts. */
const customersWithStageWord = (set: readonly Taking[]): string[] =>
  set.flatMap(({ signal, located }) =>
    signal.person?.profile?.lifecycle && located?.customerId ? [located.customerId] : [],
  );
