import type { MessageId, Say } from '#lib/intl/words.ts';

const words: Record<string, MessageId> = {
  MORE_LARGE: 'identity.heldGrown',
  MANY_MOVES: 'identity.heldMoves',
};

/** Why a run over everybody was held, in the reader's language; what has no words here, in the server's. */
export function heldText(
  run: {
    heldBecause: string | null;
    held: { code: string; figure: number; of: number | null } | null;
  },
  say: Say,
  number: (value: number) => string,
): string {
  const id = run.held ? words[run.held.code] : undefined;
  if (!run.held || !id) return run.heldBecause ?? '';
  return say(id, { count: run.held.figure, all: number(run.held.of ?? 0) });
}
