import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import { enqueue, withdraw } from '#platform/jobs';
import type { Actor } from './actor.ts';
import { areAnswersFree } from './data/locks.ts';
import { lastRuns, markHeldAgain, markPublishAsked, markRefused } from './data/runs.ts';
import { lookAtEverybody } from './look-at-everybody.ts';

/** Why a run is neither refused, held again nor published. */
export interface RunRefusal {
  code: 'RUN_SETTLED' | 'RUN_BEING_PUBLISHED';
  message: string;
}

const settled = refuse<RunRefusal>({
  code: 'RUN_SETTLED',
  message: 'This run waits for no answer any more: somebody gave one, or another run came since.',
});
const beingPublished = refuse<RunRefusal>({
  code: 'RUN_BEING_PUBLISHED',
  message: 'Somebody asked for this run to be published, and that is being done now.',
});

/** By which a run that was asked for is found while it waits; publishing and looking again are asked for apart. */
const asked = 'asked';
const publishing = 'publish';

/**
 * Refuses what a held run proposes: none of it is done, nobody is asked again about this run. No pair is decided: the next run compares
 * afresh, and is held by the same rules when as much would move. A publishing that waits is called off; one that has begun is not.
 */
export async function refuseRun(tx: Tx, id: string, actor: Actor): Promise<Result<null, RunRefusal>> {
  if (!(await areAnswersFree(tx))) return beingPublished;
  if (!(await markRefused(tx, id, actor.name))) return settled;
  withdraw(tx, lookAtEverybody, publishing);
  return accept(null);
}

/** Takes a refusal back: the run is held as before. */
export async function holdRunAgain(tx: Tx, id: string): Promise<Result<null, RunRefusal>> {
  return (await markHeldAgain(tx, id)) ? accept(null) : settled;
}

/** Asks for a run over everybody. */
export function askForRun(tx: Tx): void {
  enqueue(tx, lookAtEverybody, {}, { key: asked });
}

/** Asks for what the last run proposes to be published, although much moves. What was refused is held again first, by whoever wants it. */
export async function askToPublish(tx: Tx, actor: Actor): Promise<Result<null, RunRefusal>> {
  const run = await markPublishAsked(tx, actor.name);
  const [last] = run ? [] : await lastRuns(tx, 1);
  if (last?.refusedAt) return settled;
  enqueue(tx, lookAtEverybody, { publish: true, run }, { key: publishing });
  return accept(null);
}
