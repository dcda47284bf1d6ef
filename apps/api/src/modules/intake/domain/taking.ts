import { newId } from '#kernel/id';
import type { Located, Signal, SignalKind } from '#modules/house';
import type { Cause } from './cause.ts';
import { fingerprint } from './fingerprint.ts';
import type { Effect, TakenOutcome, Unreadable } from './outcome.ts';
import { complaint } from './read-signal.ts';
import { hasUnstorableText, isStorable } from './storable-text.ts';

/** How the body of each kind of signal is read. */
export type BodyReaders = ReadonlyMap<string, Pick<SignalKind, 'schema' | 'concernsPerson'>>;

/** One signal on its way through the front door. */
export interface Taking {
  signal: Signal;
  signalId: string;
  at: Date;
  /** Person, companies and body as the text that is kept. */
  body: string;
  /** By which a second telling is compared with the first, in hexadecimal digits. */
  hash: string;
  /** Set by identity. */
  located?: Located;
  effect?: Effect;
  /** Why identity decided as it did. */
  reasons?: Cause[];
}

/** Says whether a signal can be taken, with its body as the subject read it, before anything is asked of the database. */
export function beginTaking(signal: Signal, kinds: BodyReaders): Taking | Unreadable {
  const kind = kinds.get(signal.kind);
  if (!kind)
    return {
      code: 'unknown-kind',
      message: `kind: nobody here understands “${signal.kind}”; known are ${[...kinds.keys()].join(', ')}.`,
      path: 'kind',
    };
  const at = new Date(signal.at);
  if (Number.isNaN(at.getTime()))
    return { code: 'bad-envelope', message: `at: “${signal.at}” is no point in time.`, path: 'at' };
  if (kind.concernsPerson && !signal.person)
    return {
      code: 'missing-person',
      message: `person: a ${signal.kind} concerns somebody, and nobody is named.`,
      path: 'person',
    };
  const read = kind.schema.safeParse(signal.body);
  if (!read.success) return { code: 'bad-body', ...complaint(read.error, 'body') };
  const whole: Signal = { ...signal, body: read.data };
  const { body, hash } = fingerprint(whole);
  if (hasUnstorableText(body) || !isStorable(signal.eventId) || !isStorable(signal.subjectKey))
    return {
      code: 'bad-text',
      message: 'The text holds a NUL or half of a character, which cannot be kept.',
    };
  return { signal: whole, signalId: newId(), at, body, hash };
}

/** True for what cannot be taken. */
export const isUnreadable = (begun: Taking | Unreadable): begun is Unreadable => 'code' in begun;

/** What to answer for a signal that went all the way. */
export function taken(taking: Taking): TakenOutcome {
  const { customerId, sourceRecordId } = taking.located ?? {};
  return {
    outcome: 'taken',
    signalId: taking.signalId,
    effect: taking.effect ?? 'updated',
    reasons: taking.reasons ?? [],
    ...(customerId ? { customerId } : {}),
    ...(sourceRecordId ? { sourceRecordId } : {}),
  };
}
