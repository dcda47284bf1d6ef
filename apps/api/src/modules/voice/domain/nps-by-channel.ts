import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { type Nps, npsOf, type Recommenders } from './nps.ts';
import { usualVoice, type VoiceSettings } from './settings.ts';

export interface ChannelAnswers extends Recommenders {
  /** How many were asked. */
  asked: number;
}

export interface NpsByChannel {
  channels: Record<string, Nps & { responseRate: Proportion }>;
  /** As if everybody had answered in proportion to the contacts of each channel; `null` when no channel has enough answers. */
  weighted: number | null;
  se: number | null;
  /** Channels that count in it. */
  used: string[];
  /** The share of all contacts on those channels, 0…1. */
  mixCovered: number;
  settings: string;
}

/**
 * NPS per channel, and one headline re-weighted to the true mix of contacts, because channels answer at different rates:
 * Σ mᵢ·NPSᵢ / Σ mᵢ, standard error √Σ (mᵢ·seᵢ)² / Σ mᵢ. Channels with fewer than 10 answers are shown, not weighted in.
 */
export function npsByChannel(
  answers: Readonly<Record<string, ChannelAnswers>>,
  mix: Readonly<Record<string, number>>,
  settings: VoiceSettings = usualVoice,
): NpsByChannel {
  const channels = Object.fromEntries(
    Object.entries(answers).map(([channel, given]) => {
      const nps = npsOf(given, settings);
      return [channel, { ...nps, responseRate: proportion(nps.n, given.asked) }];
    }),
  );
  const shareOf = (channel: string) => {
    const share = Object.hasOwn(mix, channel) ? mix[channel]! : 0;
    return share > 0 && Number.isFinite(share) ? share : 0;
  };
  const used = Object.keys(channels)
    .filter((channel) => channels[channel]!.n >= settings.least && shareOf(channel) > 0)
    .sort();
  const mixCovered = used.reduce((sum, channel) => sum + shareOf(channel), 0);
  const sumOver = (value: (channel: string) => number) =>
    used.reduce((sum, channel) => sum + value(channel), 0);
  return {
    channels,
    weighted:
      mixCovered > 0 ? sumOver((channel) => shareOf(channel) * channels[channel]!.nps!) / mixCovered : null,
    se:
      mixCovered > 0
        ? Math.sqrt(sumOver((channel) => (shareOf(channel) * channels[channel]!.waldSe!) ** 2)) / mixCovered
        : null,
    used,
    mixCovered,
    settings: settings.version,
  };
}
