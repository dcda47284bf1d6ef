import type { DealOutcome } from './read-pipeline-signal.ts';

/** A way deals go, in stages. */
export interface Pipeline {
  id: string;
  sourceId: string;
  sourceKey: string;
  name: string;
  observedAt: Date;
  /** `null` while only its deals have told of it. */
  signalId: string | null;
}

/** A step of a pipeline. */
export interface PipelineStage {
  id: string;
  pipelineId: string;
  sourceKey: string;
  name: string;
  position: number;
  probability: number | null;
  outcome: DealOutcome;
  observedAt: Date;
}

/** How words are compared: `Closed Won`, `closedwon` and `CLOSED_WON` are the same. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const won = new Set([
  'won',
  'closedwon',
  'iswon',
  'gagne',
  'vinto',
  'castigat',
  'gewonnen',
  'signed',
  'sold',
]);
const lost = new Set([
  'lost',
  'closedlost',
  'perdu',
  'perso',
  'pierdut',
  'verloren',
  'abandoned',
  'disqualified',
  'rejected',
]);

/** What a stage's words say about the end of a deal: `closedwon` and `Gagné` are won, `Lost` is lost, all else is open. */
export function outcomeOfWords(text: string): DealOutcome {
  const word = plainWord(text.replace(/\p{M}/gu, ''));
  const bare = plainWord(word.normalize('NFKD').replace(/\p{M}/gu, ''));
  if (won.has(bare) || /won$/.test(bare)) return 'won';
  if (lost.has(bare) || /lost$/.test(bare)) return 'lost';
  return 'open';
}
