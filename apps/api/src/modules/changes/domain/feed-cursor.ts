import type { Position } from './change.ts';

/** How long the feed remembers, in seconds: a page that was away longer has to be read afresh. */
export const feedRemembersSeconds = 24 * 60 * 60;

/** A place in the feed as a page keeps it, with the time at which it was given. */
export const writeFeedCursor = ({ xid, id }: Position, atMs: number): string =>
  Buffer.from(JSON.stringify([xid, id, atMs])).toString('base64url');

/** Reads a cursor: its place, `too-old` when the feed has forgotten what came after it, `foreign` when nobody here wrote it. */
export function readFeedCursor(cursor: string, nowMs: number): Position | 'too-old' | 'foreign' {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3) return 'foreign';
    const [xid, id, atMs] = parts as unknown[];
    if (
      typeof xid !== 'string' ||
      !/^\d{1,20}$/.test(xid) ||
      !Number.isSafeInteger(id) ||
      !Number.isFinite(atMs)
    )
      return 'foreign';
    return nowMs - (atMs as number) > feedRemembersSeconds * 1000 ? 'too-old' : { xid, id: id as number };
  } catch {
    return 'foreign';
  }
}
