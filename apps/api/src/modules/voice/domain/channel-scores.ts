import { z95 } from '#kernel/statistics/normal';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { meanInterval, spreadOf } from '#kernel/statistics/summary';
import { npsOf, recommendersOf } from './nps.ts';
import type { Instrument } from './read-voice-signals.ts';
import { usualVoice, type VoiceSettings } from './settings.ts';

/** A score with its number of answers and 95 % interval: NPS −100…100, CSAT 0…1 (answers 4 and 5), CES 1…7. */
export interface Score {
  n: number;
  mean: number | null;
  lo: number | null;
  hi: number | null;
}

/** How one channel does with one question, and against what is usual on that channel. */
export interface ChannelScore {
  channel: string;
  answered: Proportion;
  score: Score;
  /** The same channel before the period; `null` without a period. */
  baseline: Score | null;
  /** Score − baseline with its interval; `null` unless both have enough answers. */
  change: Score | null;
  isWeighted: boolean;
}

/** All channels of one question, and the headline as if each channel had answered in proportion to its contacts. */
export interface InstrumentScores {
  instrument: Instrument;
  answered: Proportion;
  score: Score;
  weighted: number | null;
  weightedError: number | null;
  channels: ChannelScore[];
}

type Asked = { channel: string | null; value: number | null; answeredAt: Date | null };

/** The instruments that have a score. */
export const scoredInstruments = ['nps', 'csat', 'ces'] as const;

const unit = (instrument: Instrument, value: number): number =>
  instrument === 'nps'
    ? value >= 9
      ? 100
      : value <= 6
        ? -100
        : 0
    : instrument === 'csat'
      ? Number(value >= 4)
      : value;

const valuesOf = (some: readonly Asked[]): number[] =>
  some.flatMap(({ value, answeredAt }) => (value !== null && answeredAt !== null ? [value] : []));

/** The score of answers: NPS by adjusted Wald, CSAT by Wilson, CES by Student; `null` below the least number of answers. */
export function scoreOf(
  instrument: Instrument,
  values: readonly number[],
  settings: VoiceSettings = usualVoice,
): Score {
  const n = values.length;
  if (n < settings.least) return { n, mean: null, lo: null, hi: null };
  if (instrument === 'nps') {
    const { nps, lo, hi } = npsOf(recommendersOf([...values]), settings);
    return { n, mean: nps, lo, hi };
  }
  if (instrument === 'csat') {
    const { p, lo, hi } = proportion(values.filter((value) => value >= 4).length, n);
    return { n, mean: p, lo, hi };
  }
  const { mean, lo, hi } = meanInterval(values);
  return { n, mean, lo: lo === null ? null : Math.max(1, lo), hi: hi === null ? null : Math.min(7, hi) };
}

/** The plain standard error of a score. */
function errorOf(instrument: Instrument, values: readonly number[]): number | null {
  const { n, mean, sd } = spreadOf(values.map((value) => unit(instrument, value)));
  if (n === 0 || mean === null) return null;
  return sd === null ? null : sd / Math.sqrt(n);
}

function changeOf(
  instrument: Instrument,
  before: readonly number[],
  after: readonly number[],
  settings: VoiceSettings,
): Score | null {
  const [a, b] = [scoreOf(instrument, before, settings), scoreOf(instrument, after, settings)];
  const [seA, seB] = [errorOf(instrument, before), errorOf(instrument, after)];
  if (a.mean === null || b.mean === null || seA === null || seB === null) return null;
  const mean = b.mean - a.mean;
  const half = z95 * Math.hypot(seA, seB);
  return { n: a.n + b.n, mean, lo: mean - half, hi: mean + half };
}

/**
 * How each channel does with one question: who answered of those asked, its score, and the difference to its own baseline (another channel's
 * is no measure for it: people answer differently on a telephone). Channels with too few answers are shown, not weighted in.
 */
export function channelScores(
  instrument: Instrument,
  given: { asked: readonly Asked[]; earlier: readonly Asked[] | null; mix: Readonly<Record<string, number>> },
  settings: VoiceSettings = usualVoice,
): InstrumentScores {
  const nameOf = ({ channel }: Asked): string => channel ?? 'other';
  const names = [...new Set(given.asked.map(nameOf))].sort();
  const channels = names.map((channel): ChannelScore & { error: number | null; share: number } => {
    const asked = given.asked.filter((one) => nameOf(one) === channel);
    const values = valuesOf(asked);
    const earlier = given.earlier && valuesOf(given.earlier.filter((one) => nameOf(one) === channel));
    const score = scoreOf(instrument, values, settings);
    const share = Object.hasOwn(given.mix, channel) ? (given.mix[channel] ?? 0) : 0;
    return {
      channel,
      answered: proportion(values.length, asked.length),
      score,
      baseline: earlier && scoreOf(instrument, earlier, settings),
      change: earlier && changeOf(instrument, earlier, values, settings),
      isWeighted: score.mean !== null && share > 0,
      error: errorOf(instrument, values),
      share,
    };
  });
  const used = channels.filter(({ isWeighted }) => isWeighted);
  const covered = used.reduce((sum, { share }) => sum + share, 0);
  const all = valuesOf(given.asked);
  return {
    instrument,
    answered: proportion(all.length, given.asked.length),
    score: scoreOf(instrument, all, settings),
    weighted:
      covered > 0 ? used.reduce((sum, { share, score }) => sum + share * score.mean!, 0) / covered : null,
    weightedError:
      covered > 0
        ? Math.sqrt(used.reduce((sum, { share, error }) => sum + (share * (error ?? 0)) ** 2, 0)) / covered
        : null,
    channels: channels
      .map(({ error: _error, share: _share, ...shown }) => shown)
      .sort((a, b) => b.score.n - a.score.n || (a.channel < b.channel ? -1 : 1)),
  };
}
