/** That a customer changed: which, how, and where in the feed. */
export interface Change {
  customerId: string;
  /** What happened to them: kinds of signals, `merged`, `note` … */
  kinds: string[];
  position: Position;
}

/** A place in the feed. Numbers of transactions outgrow 2^53, so they stay text. */
export interface Position {
  xid: string;
  id: number;
}

/** On this channel PostgreSQL is told that there may be changes; it wakes, it carries nothing. */
export const changesChannel = 'ancora_change';

/** Which of two places comes first: negative, zero or positive. */
export function comparePositions(a: Position, b: Position): number {
  const [x, y] = [BigInt(a.xid), BigInt(b.xid)];
  return x === y ? a.id - b.id : x < y ? -1 : 1;
}
