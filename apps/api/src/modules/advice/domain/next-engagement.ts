import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { type AdviceSettings, type NothingBecause, usualAdvice } from './settings.ts';

/** Ways of coming to somebody: a letter to many, content meant for them, a call, words from person to person. */
export type EngagementKind = 'campaign' | 'content' | 'call' | 'conversation';

/** How often a way was tried and answered, by them and by everybody. */
export interface Tried {
  kind: EngagementKind;
  channel: string;
  tried: number;
  answered: number;
  allTried: number;
  allAnswered: number;
}

/** How to come to somebody. */
export interface Engagement {
  kind: EngagementKind | 'service';
  channel: string;
  /** What they answered of what was tried with them. */
  own: Proportion;
  /** The same of everybody. */
  everybody: Proportion;
  /** Their share drawn to everybody's: by this it was chosen. */
  rate: number | null;
}

export type NextEngagement = Engagement | { because: NothingBecause };

const none = proportion(0, 0);

/**
 * The way that they answer most, among those they agreed to: the share answered, drawn to everybody's by (k + M p) / (n + M). An open case comes before everything: then they are
 * helped where they asked, and nothing else is begun. Answering where they write to us needs no consent, coming to them does.
 */
export function nextEngagement(
  ways: readonly Tried[],
  { granted, openCase }: { granted: ReadonlySet<string>; openCase: { channel: string } | null },
  { engagement: { shrink, least } }: AdviceSettings = usualAdvice,
): NextEngagement {
  if (openCase) return { kind: 'service', channel: openCase.channel, own: none, everybody: none, rate: null };
  const allowed = ways.filter(({ channel }) => granted.has(channel));
  if (granted.size === 0) return { because: 'no-consent' };
  const judged = allowed
    .filter(({ allTried }) => allTried >= least)
    .map((way) => {
      const usual = way.allAnswered / way.allTried;
      return { way, rate: (way.answered + shrink * usual) / (way.tried + shrink) };
    })
    .sort((a, b) => b.rate - a.rate || b.way.tried - a.way.tried || (a.way.channel < b.way.channel ? -1 : 1));
  const best = judged[0];
  if (!best) return { because: 'never-tried' };
  const { kind, channel, answered, tried, allAnswered, allTried } = best.way;
  return {
    kind,
    channel,
    own: proportion(answered, tried),
    everybody: proportion(allAnswered, allTried),
    rate: best.rate,
  };
}
