import { dayMs } from '#kernel/days';
import type { JourneyMap } from './journey-map.ts';
import { type FoldedFact, nothingYet, readFact } from './read-facts.ts';
import { readSourceWord } from './source-word.ts';
import type { StageCause, StageOverride, StagePeriod, Standing } from './stage.ts';
import { readStage, type StageEvent, stageFolding } from './stage-fold.ts';
import { usualJourney } from './usual-journey.ts';

/** What is known besides the facts. */
export interface FoldedWith {
  /** What their source calls their stage, and since when we know. */
  sourceWord?: string | null;
  sourceWordAt?: Date;
  /** What people of ours said, without what they took back. */
  overrides?: readonly Pick<StageOverride, 'id' | 'stage' | 'at'>[];
  /** Later facts are not seen, and somebody silent for too long is dormant. */
  asOf?: Date;
  map?: JourneyMap;
}

const foldings = new WeakMap<JourneyMap, ReturnType<typeof stageFolding>>();

function foldingOf(map: JourneyMap): ReturnType<typeof stageFolding> {
  const folding = foldings.get(map) ?? stageFolding(map);
  foldings.set(map, folding);
  return folding;
}

type Happened = { at: Date; key: string; kind: StageCause } & (
  | { fact: FoldedFact; said?: undefined }
  | { said: string; fact?: undefined }
);

const inOrder = (a: Happened, b: Happened): number =>
  a.at.getTime() - b.at.getTime() ||
  (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) ||
  (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0);

/**
 * Where these facts leave a customer on a map. Facts are put in order of time, then key, so the order of arrival does not matter; how
 * they are folded is said at `readStage` and `readFact`. What somebody of us said counts as a hard fact of that moment: what
 * happens later moves them on as ever. Without facts that lead anywhere the source's own word counts as a weak
 * hint, with `source-word` as the reason; without either there is no stage: "no data" is not a stage.
 */
export function foldStage(
  facts: readonly FoldedFact[],
  { sourceWord, sourceWordAt, overrides = [], asOf, map = usualJourney }: FoldedWith = {},
): Standing | null {
  const seen = [
    ...facts.map((fact): Happened => ({ at: fact.at, key: fact.factKey, kind: fact.kind, fact })),
    ...overrides.map((one): Happened => ({ at: one.at, key: one.id, kind: 'override', said: one.stage })),
  ]
    .filter(({ at }) => Number.isFinite(at.getTime()) && (!asOf || at <= asOf))
    .sort(inOrder);
  const open = nothingYet();
  const folding = foldingOf(map);
  const state = folding.empty();
  const events: StageEvent[] = [];
  const byId = new Map<string, Happened>();
  for (const one of seen) {
    const event: StageEvent | null = one.fact
      ? readFact(one.fact, open, map)
      : { id: one.key, at: one.at.getTime(), stage: one.said, points: map.overridePoints, hard: true };
    if (!event) continue;
    byId.set(event.id, one);
    events.push(event);
    folding.step(state, event);
  }

  const history: StagePeriod[] = [];
  const enter = (stage: string, at: Date, because: StageCause) => {
    const last = history.at(-1);
    const from = at.toISOString();
    if (last) last.to = from;
    history.push({ stage, from, to: null, because });
  };
  for (const { to, at, by } of state.moves) enter(to, new Date(at), byId.get(by)!.kind);
  if (history.length === 0) {
    const hinted = readSourceWord(sourceWord);
    if (hinted && sourceWordAt && map.stages.includes(hinted)) enter(hinted, sourceWordAt, 'source-word');
  }

  const last = history.at(-1);
  if (!last) return null;
  const lastFactAt = seen.at(-1)?.at ?? new Date(last.from);
  const dormantFrom = new Date(lastFactAt.getTime() + map.dormantAfterDays * dayMs);
  if (asOf && asOf > dormantFrom) enter('dormant', dormantFrom, last.because);
  const now = history.at(-1)!;
  const reading = readStage({ events, state }, map, lastFactAt.getTime());
  return {
    stage: now.stage,
    since: new Date(now.from),
    because: now.because,
    becauseAt: new Date(last.from),
    history,
    confidence: reading.confidence,
    reasons: reading.because.map(({ id, points }) => {
      const { key, kind, at } = byId.get(id)!;
      return { factKey: key, kind, at: at.toISOString(), points };
    }),
    lastFactAt,
    dormantFrom,
    settings: map.version,
  };
}
