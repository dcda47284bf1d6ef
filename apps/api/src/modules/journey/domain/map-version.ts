import type { JourneyMap } from './journey-map.ts';
import { usualJourney } from './usual-journey.ts';

/** The journey that `Customer.stage` speaks of. Until somebody publishes another version it is the usual one. */
export const mainMapId = '00000000-0000-7000-8000-00000000a001';

/** How a version is named where numbers are kept beside what they gave. */
export const versionName = (number: number): string => `journey-${number}`;

/** A version of a map: a draft while it is not published, and never changed afterwards. */
export interface MapVersion {
  id: string;
  mapId: string;
  number: number;
  document: JourneyMap;
  savedAt: Date;
  savedBy: string;
  publishedAt: Date | null;
}

/** A map that counts now, in its published version. */
export interface LiveMap {
  mapId: string;
  number: number;
  map: JourneyMap;
}

/** What counts for the main journey while nobody has published another. */
export const usualMain: LiveMap = { mapId: mainMapId, number: 1, map: usualJourney };
