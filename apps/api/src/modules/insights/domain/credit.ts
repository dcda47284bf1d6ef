import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { type Attribution, attribution, type Path } from '#modules/marketing';

/** The way of one customer: what they met before they bought first, or before now. */
export interface CustomerPath {
  customerId: string;
  /** When they bought first; `null` for who has not. */
  boughtAt: Date | null;
  channels: string[];
  /** Days before the purchase (or the last contact) of each. */
  daysBefore: number[];
}

/** A channel with its credit by every model. */
export interface ChannelCredit {
  channel: string;
  /** Of those who met it: who bought. They differ in more than that; it is no proof. */
  met: Proportion;
  first: number;
  last: number;
  linear: number;
  position: number;
  timeDecay: number | null;
  shapley: number;
  markov: number | null;
  /** How much fewer would buy without it, by Markov’s removal, 0…1. */
  removal: number | null;
  /** The least and the most that the models give: how far they agree. */
  least: number;
  most: number;
}

export interface Credits {
  conversions: number;
  n: number;
  channels: ChannelCredit[];
  settings: string;
}

/** Hands the purchases out to channels by every model, most credit (Shapley) first; no channel without a purchase. */
export function creditsOf(paths: readonly CustomerPath[]): Credits {
  const ways = paths.map(
    ({ channels, boughtAt, daysBefore }): Path => ({
      path: channels,
      conv: boughtAt ? 1 : 0,
      null: boughtAt ? 0 : 1,
      daysBefore,
    }),
  );
  const found: Attribution = attribution(ways);
  const { first, last, linear, position, timeDecay, shapley, markov, conversions, n, settings } = found;
  if (!first || !last || !linear || !position || !shapley) return { conversions, n, channels: [], settings };
  const channels = Object.keys(shapley).map((channel): ChannelCredit => {
    const met = paths.filter((path) => path.channels.includes(channel));
    const credit = {
      first: first[channel] ?? 0,
      last: last[channel] ?? 0,
      linear: linear[channel] ?? 0,
      position: position[channel] ?? 0,
      timeDecay: timeDecay?.[channel] ?? null,
      shapley: shapley[channel] ?? 0,
      markov: markov?.credit[channel] ?? null,
    };
    const said = Object.values(credit).filter((one): one is number => one !== null);
    return {
      channel,
      met: proportion(met.filter(({ boughtAt }) => boughtAt).length, met.length),
      ...credit,
      removal: markov?.removal[channel] ?? null,
      least: Math.min(...said),
      most: Math.max(...said),
    };
  });
  return {
    conversions,
    n,
    channels: channels.sort((a, b) => b.shapley - a.shapley || (a.channel < b.channel ? -1 : 1)),
    settings,
  };
}
