import { dayMs } from '#kernel/days';
import { type FoldedFact, nothingYet, readFact } from './read-facts.ts';
import { readSourceWord } from './source-word.ts';
import type { Stage, StageCause, StagePeriod } from './stage.ts';
import { readStage, type StageEvent, stageFolding } from './stage-fold.ts';
import { usualJourney } from './usual-journey.ts';

/** Where somebody stands, as the fold sees it. */
export interface FoldedStage {
  stage: Stage;
  since: Date;
  because: StageCause;
  becauseAt: Date;
  history: StagePeriod[];
  /** The share of the present stage in all points, 0…1; `null` when only a source's word is known. */
  confidence: number | null;
  /** Up to three facts that weigh most, with their points at the last fact. */
  reasons: { factKey: string; kind: StageCause; points: number }[];
  /** The version of the map. */
  settings: string;
}

/** Days without a fact after which somebody counts as dormant. */
export const { dormantAfterDays } = usualJourney;

const folding = stageFolding(usualJourney);

const rank = ({ factKey, kind }: FoldedFact): string => `${factKey} ${kind}`;

const inOrder = (a: FoldedFact, b: FoldedFact): number =>
  a.at.getTime() - b.at.getTime() || (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0);

/**
 * Where these facts leave a customer on the usual map. Facts are put in order of time, then key, so the order of arrival does not matter; how
 * they are folded is said at `readStage` and `readFact`. Without facts that lead anywhere the source's own word counts as a weak
 * hint, with `source-word` as the reason; without either there is no stage: "no data" is not a stage. With `asOf`, later facts are
 * not seen, and somebody silent for longer than `dormantAfterDays` is dormant.
 */
export function foldStage(
  facts: readonly FoldedFact[],
  { sourceWord, sourceWordAt, asOf }: { sourceWord?: string | null; sourceWordAt?: Date; asOf?: Date } = {},
): FoldedStage | null {
  const seen = facts.filter(({ at }) => Number.isFinite(at.getTime()) && (!asOf || at <= asOf)).sort(inOrder);
  const standing = nothingYet();
  const state = folding.empty();
  const events: StageEvent[] = [];
  const byId = new Map<string, FoldedFact>();
  for (const fact of seen) {
    const event = readFact(fact, standing, usualJourney);
    if (!event) continue;
    byId.set(event.id, fact);
    events.push(event);
    folding.step(state, event);
  }

  const history: StagePeriod[] = [];
  const enter = (stage: Stage, at: Date, because: StageCause) => {
    const last = history.at(-1);
    if (last) last.to = at.toISOString();
    history.push({ stage, from: at.toISOString(), to: null, because });
  };
  for (const { to, at, by } of state.moves) enter(to as Stage, new Date(at), byId.get(by)!.kind);
  if (history.length === 0) {
    const hinted = readSourceWord(sourceWord);
    if (hinted && sourceWordAt) enter(hinted, sourceWordAt, 'source-word');
  }

  const last = history.at(-1);
  if (!last) return null;
  const lastFactAt = seen.at(-1)?.at ?? new Date(last.from);
  const dormantFrom = new Date(lastFactAt.getTime() + dormantAfterDays * dayMs);
  if (asOf && asOf > dormantFrom) enter('dormant', dormantFrom, last.because);
  const now = history.at(-1)!;
  const reading = readStage({ events, state }, usualJourney, lastFactAt.getTime());
  return {
    stage: now.stage,
    since: new Date(now.from),
    because: now.because,
    becauseAt: new Date(last.from),
    history,
    confidence: reading.confidence,
    reasons: reading.because.map(({ id, points }) => {
      const { factKey, kind } = byId.get(id)!;
      return { factKey, kind, points };
    }),
    settings: usualJourney.version,
  };
}
