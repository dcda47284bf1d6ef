import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { markHeldAgain, markRefused } from './data/runs.ts';

/** Why a run is neither refused nor held again. */
export interface RunRefusal {
  code: 'RUN_SETTLED';
  message: string;
}

const settled = refuse<RunRefusal>({
  code: 'RUN_SETTLED',
  message: 'This run waits for no answer any more: somebody gave one, or another run came since.',
});

/**
 * Refuses what a held run proposes: none of it is done, nobody is asked again about this run. No pair is decided: the next run compares
 * afresh, and is held by the same rules when as much would move.
 */
export async function refuseRun(tx: Tx, id: string, actor: Actor): Promise<Result<null, RunRefusal>> {
  return (await markRefused(tx, id, actor.name)) ? accept(null) : settled;
}

/** Takes a refusal back: the run is held as before. */
export async function holdRunAgain(tx: Tx, id: string): Promise<Result<null, RunRefusal>> {
  return (await markHeldAgain(tx, id)) ? accept(null) : settled;
}
