import { readCountry } from '#kernel/read-country';
import type { PersonRef, Signal } from '#modules/house';
import type { Source } from '#modules/sources';
import { foldText } from './domain/fold.ts';
import { type Identifier, readIdentifiers } from './domain/identifiers.ts';
import { isNameless, type Name, readName } from './domain/name.ts';
import { pointersOf, type Statement, statementOf } from './domain/statement.ts';

/** The source that speaks. */
export type SpeakingSource = Pick<Source, 'id' | 'key' | 'name' | 'system'>;

/** The kind of signal by which a source says that two of its people are one. */
export const mergeKind = 'merge';

/** One signal to identify, already remembered under `signalId`. */
export interface Incoming<Body = unknown> {
  /** `null` for what a person here says by hand: no signal is kept of it. */
  signalId: string | null;
  signal: Signal<Body>;
  importId?: string;
}

/** What one signal claims of a person, normalised. */
export interface PersonClaim {
  /** Place of the signal in the set. */
  place: number;
  /** Whether the source says that it is the same as the signal's main person. */
  joins: boolean;
  /** Whether it is the signal's main person, and not one of the others it concerns. */
  isMain: boolean;
  signalId: string | null;
  /** ISO 8601, UTC, milliseconds: text that sorts like time. */
  at: string;
  /** The person's id in the source; without one, identity finds or makes a record. */
  key: string | null;
  /** Keys that a record without an id of its own may have, the plainest first. */
  derivedKeys: string[];
  statement: Statement;
  identifiers: Identifier[];
  name: Name;
}

/** What the signals of a set claim of people, in order; signals that point at nobody claim nothing. */
export const claimsOf = (set: readonly Incoming[]): PersonClaim[] =>
  set.flatMap(({ signal, signalId }, place) =>
    readClaims(signal).map((claim) => ({ place, signalId, ...claim })),
  );

/** What one signal claims of a person, wherever it stands in a set. */
type Claim = Omit<PersonClaim, 'place' | 'signalId'>;

const read = new WeakMap<Signal, Claim[]>();

/** Reads what a signal claims of people, once: an import does so ahead, while PostgreSQL writes the set before. */
export function readClaims(signal: Signal): readonly Claim[] {
  const known = read.get(signal);
  if (known) return known;
  const claims: Claim[] = [];
  const add = (person: PersonRef, isMain: boolean) => {
    const claim = readClaim(signal, person);
    if (claim) claims.push({ isMain, joins: !isMain && signal.kind === mergeKind, ...claim });
  };
  if (signal.person) add(signal.person, true);
  for (const other of signal.others ?? []) add(other, false);
  read.set(signal, claims);
  return claims;
}

function readClaim(signal: Signal, person: PersonRef): Omit<Claim, 'isMain' | 'joins'> | null {
  const statement = statementOf(person);
  const identifiers = readIdentifiers(pointersOf(statement), readCountry(statement.values.country));
  const name = readName(statement.values);
  const key = person.key?.trim() || null;
  if (!key && identifiers.length === 0 && isNameless(name)) return null;
  const at = new Date(signal.at).toISOString();
  return {
    at,
    key,
    derivedKeys: key ? [] : deriveKeys(identifiers, name, signal),
    statement,
    identifiers,
    name,
  };
}

// A person without an id of their own goes by what identifies them; by nothing but a name they are the person of this one thing,
// since two people of one name are two.
function deriveKeys(identifiers: readonly Identifier[], name: Name, signal: Signal): string[] {
  const best = identifiers.find(({ weak }) => !weak) ?? identifiers[0];
  const words = foldText([...name.given, ...name.family, name.suffix ?? ''].join(' '));
  if (!best) return [`of:${signal.kind}:${signal.subjectKey}:${words}`.slice(0, 400)];
  const plain = `${best.kind}:${best.value}`;
  if (!words) return [plain];
  return best.weak ? [`${plain}|${words}`] : [plain, `${plain}|${words}`];
}
