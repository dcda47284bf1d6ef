import { oneOf } from '#lib/search-params.ts';

const periods = ['30', '90', '365'] as const;

/** What the page of insights looks at, as its address says it. */
export interface InsightsSearch {
  /** The last so many days; everything when missing. */
  days?: (typeof periods)[number];
  channel?: string;
}

/** Reads it; words that mean nothing here are left out. */
export function readInsightsSearch(raw: Record<string, unknown>): InsightsSearch {
  const days = periods.find((each) => each === oneOf(raw.days));
  const channel = oneOf(raw.channel);
  return { ...(days ? { days } : {}), ...(channel ? { channel } : {}) };
}

/** What is asked for it. Days begin at midnight (UTC), so that the same page asks the same question all day. */
export function askedOf({ days, channel }: InsightsSearch): { from?: string; channels?: string[] } {
  const midnight = Math.floor(Date.now() / 86_400_000) * 86_400_000;
  return {
    ...(days ? { from: new Date(midnight - Number(days) * 86_400_000).toISOString() } : {}),
    ...(channel ? { channels: [channel] } : {}),
  };
}
