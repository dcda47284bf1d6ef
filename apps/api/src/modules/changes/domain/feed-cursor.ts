import type { Position } from './change.ts';

/** How long the feed remembers, in seconds: a page that was away longer has to be read afresh. */
export const feedRemembersSeconds = 24 * 60 * 60;

const [xidDigits, idDigits, timeDigits] = [16, 14, 12] as const;
const shape = new RegExp(`^[0-9a-f]{${xidDigits + idDigits + timeDigits}}$`);
const hex = (value: bigint | number, digits: number) => value.toString(16).padStart(digits, '0');

/** A place in the feed as a page keeps it, with the time at which it was given. As texts, earlier places come before later ones. */
export const writeFeedCursor = ({ xid, id }: Position, atMs: number): string =>
  hex(BigInt(xid), xidDigits) + hex(id, idDigits) + hex(Math.trunc(atMs), timeDigits);

/** Reads a cursor: its place, `too-old` when the feed has forgotten what came after it, `foreign` when nobody here wrote it. */
export function readFeedCursor(cursor: string, nowMs: number): Position | 'too-old' | 'foreign' {
  if (!shape.test(cursor)) return 'foreign';
  const number = (from: number, digits: number) => Number(`0x${cursor.slice(from, from + digits)}`);
  const id = number(xidDigits, idDigits);
  if (!Number.isSafeInteger(id)) return 'foreign';
  if (nowMs - number(xidDigits + idDigits, timeDigits) > feedRemembersSeconds * 1000) return 'too-old';
  return { xid: BigInt(`0x${cursor.slice(0, xidDigits)}`).toString(), id };
}
