import type { MessageId, Say } from '#lib/intl/words.ts';
import { refusedText } from '#lib/refused-text.ts';
import type { ReplayAnswer } from './types.ts';

/** What became of something unread that was tried again. */
export type Became =
  | { what: 'taken' | 'known' | 'nothing' | 'settled' }
  /** It still cannot be read. */
  | { what: 'still'; code: string; message: string };

const ofTaken = new Map([
  ['taken', 'taken'],
  ['duplicate', 'known'],
  ['skipped', 'nothing'],
] as const);

/** Reads what the server answers. */
export function becameOf(answer: ReplayAnswer): Became {
  if (answer.__typename === 'SignalTaken') return { what: ofTaken.get(answer.outcome as 'taken') ?? 'taken' };
  const { code, message } = answer;
  // What was told first stands.
  if (code === 'CONFLICT') return { what: 'known' };
  if (code === 'UNREADABLE_MISSING') return { what: 'settled' };
  return { what: 'still', code: code.toLowerCase().replaceAll('_', '-'), message };
}

const words = [
  ['taken', 'sources.becameTaken'],
  ['known', 'sources.becameKnown'],
  ['nothing', 'sources.becameNothing'],
  ['settled', 'sources.becameSettled'],
] as const satisfies readonly (readonly [Became['what'], MessageId])[];

/** What became of several, in one line: each kind with its count, and why the rest waits on where that is the same for all. */
export function becameText(all: readonly Became[], locale: string, say: Say): string {
  const parts = words.flatMap(([what, word]) => {
    const count = all.filter((one) => one.what === what).length;
    return count > 0 ? [say(word, { count })] : [];
  });
  const reasons = all.flatMap((one) => (one.what === 'still' ? [refusedText(one, locale, say)] : []));
  const [reason] = reasons;
  if (reason !== undefined)
    parts.push(
      reasons.every((each) => each === reason)
        ? say('sources.becameStillFor', { count: reasons.length, reason })
        : say('sources.becameStill', { count: reasons.length }),
    );
  return parts.join(' · ');
}
