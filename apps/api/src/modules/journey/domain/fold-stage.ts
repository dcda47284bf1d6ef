import type { FactKind } from '#modules/house';
import { readSourceWord } from './source-word.ts';
import type { Stage, StageCause, StagePeriod } from './stage.ts';

/** What the fold looks at in a fact. */
export interface FoldedFact {
  factKey: string;
  at: Date;
  kind: FactKind;
}

/** Where somebody stands, as the fold sees it. */
export interface FoldedStage {
  stage: Stage;
  since: Date;
  because: StageCause;
  becauseAt: Date;
  history: StagePeriod[];
}

/** Days without a fact after which somebody counts as dormant. */
export const dormantAfterDays = 60;

interface Standing {
  stage: Stage | null;
  purchases: number;
  openDeals: number;
  openTickets: number;
  /** Where a purchase or share left them: an answered question leads back there. */
  home: Stage | null;
}

const early: ReadonlySet<Stage | null> = new Set([null, 'need', 'research']);

/** One fact: what it changes, and the stage it leads to (`null`: it does not move anybody). */
const steps: Record<FactKind, (standing: Standing) => Stage | null> = {
  'lead-created': ({ stage }) => (stage === null ? 'need' : null),
  'content-consumed': ({ stage }) => (early.has(stage) ? 'research' : null),
  'deal-opened': (standing) => {
    standing.openDeals += 1;
    return standing.stage === 'assistance' ? null : 'choice';
  },
  'deal-won': (standing) => {
    standing.openDeals = Math.max(0, standing.openDeals - 1);
    return bought(standing);
  },
  'deal-lost': (standing) => {
    standing.openDeals = Math.max(0, standing.openDeals - 1);
    if (standing.stage !== 'choice' || standing.openDeals > 0) return null;
    return standing.home ?? 'research';
  },
  'order-placed': (standing) => bought(standing),
  'order-returned': () => 'assistance',
  'product-used': (standing) => {
    standing.home ??= 'use';
    return early.has(standing.stage) ? 'use' : null;
  },
  'ticket-opened': (standing) => {
    standing.openTickets += 1;
    return 'assistance';
  },
  'ticket-solved': (standing) => {
    standing.openTickets = Math.max(0, standing.openTickets - 1);
    if (standing.stage !== 'assistance' || standing.openTickets > 0) return null;
    return standing.openDeals > 0 ? 'choice' : (standing.home ?? 'use');
  },
  'referral-made': (standing) => shared(standing),
  'review-written': (standing) => shared(standing),
};

function bought(standing: Standing): Stage | null {
  standing.purchases += 1;
  standing.home = standing.purchases > 1 ? 'repeat' : 'use';
  return standing.openTickets > 0 ? null : standing.home;
}

function shared(standing: Standing): Stage {
  standing.home = 'share';
  return 'share';
}

const rank = ({ factKey, kind }: FoldedFact): string => `${factKey} ${kind}`;

const inOrder = (a: FoldedFact, b: FoldedFact): number =>
  a.at.getTime() - b.at.getTime() || (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0);

/**
 * Where these facts leave a customer. Facts are put in order of time, then key, so the order of arrival does not matter.
 * Backward moves are honest: a lost deal leads back to research, an open question leads to assistance. Without facts the
 * source's own word counts as a weak hint, with `source-word` as the reason; without either there is no stage: "no data" is
 * not a stage. With `asOf`, somebody silent for longer than `dormantAfterDays` is dormant.
 */
export function foldStage(
  facts: readonly FoldedFact[],
  { sourceWord, sourceWordAt, asOf }: { sourceWord?: string | null; sourceWordAt?: Date; asOf?: Date } = {},
): FoldedStage | null {
  const standing: Standing = { stage: null, purchases: 0, openDeals: 0, openTickets: 0, home: null };
  const history: StagePeriod[] = [];
  const enter = (stage: Stage, at: Date, because: StageCause) => {
    const last = history.at(-1);
    if (last) last.to = at.toISOString();
    history.push({ stage, from: at.toISOString(), to: null, because });
    standing.stage = stage;
  };

  const ordered = [...facts].sort(inOrder);
  for (const { kind, at } of ordered) {
    const next = steps[kind](standing);
    if (next && next !== standing.stage) enter(next, at, kind);
  }
  if (history.length === 0) {
    const hinted = readSourceWord(sourceWord);
    if (hinted && sourceWordAt) enter(hinted, sourceWordAt, 'source-word');
  }

  const last = history.at(-1);
  if (!last) return null;
  const lastFactAt = ordered.at(-1)?.at ?? new Date(last.from);
  const dormantFrom = new Date(lastFactAt.getTime() + dormantAfterDays * 86_400_000);
  if (asOf && asOf > dormantFrom) enter('dormant', dormantFrom, last.because);
  const now = history.at(-1)!;
  return {
    stage: now.stage,
    since: new Date(now.from),
    because: now.because,
    becauseAt: new Date(last.from),
    history,
  };
}
