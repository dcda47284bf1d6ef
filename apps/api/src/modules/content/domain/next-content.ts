import { beliefOf, hopeless, servingOf, type Tally } from './arms.ts';
import { type ContentSettings, usualContent } from './settings.ts';

/** Content that might be shown, with what is known of its effect in this stage and segment. */
export interface Candidate extends Tally {
  id: string;
  /** Stages and languages it was made for; none named: all. */
  stages: readonly string[];
  languages: readonly string[];
  channel: string;
  /** Offers stay silent while a complaint is open; service content does not. */
  purpose: 'service' | 'offer' | 'information';
  /** Milliseconds; `null`: for ever. */
  validUntil: number | null;
}

/** Whom to, when, and what stands against it. */
export interface Situation {
  asOf: number;
  stage: string | null;
  language: string | null;
  /** Channels that the customer consented to hear from us on. */
  consented: readonly string[];
  openComplaint: boolean;
  /** Uses within the days of the fatigue cap. */
  recentUses: number;
  /** The rate of all content in this stage. */
  stageTally: Tally;
}

export type LeftOut = 'consent' | 'language' | 'stage' | 'expired' | 'fatigue' | 'complaint' | 'hopeless';

/** One decision, whole: what fitted, what did not and why, how likely each was, and which it became. */
export interface Decision {
  chosen: string | null;
  /** How likely the chosen one was: to be logged with the use, or nothing can be learned from it later. */
  propensity: number | null;
  eligible: { id: string; pBest: number; serve: number }[];
  leftOut: { id: string; why: LeftOut }[];
  /** Ids of the content decided about; the events are its uses. */
  settings: string;
}

function reasonAgainst(
  candidate: Candidate,
  situation: Situation,
  settings: ContentSettings,
): LeftOut | null {
  const { stages, languages, channel, purpose, validUntil } = candidate;
  if (purpose !== 'service' && !situation.consented.includes(channel)) return 'consent';
  if (validUntil !== null && !(situation.asOf < validUntil)) return 'expired';
  if (languages.length > 0 && !(situation.language !== null && languages.includes(situation.language)))
    return 'language';
  if (stages.length > 0 && !(situation.stage !== null && stages.includes(situation.stage))) return 'stage';
  if (situation.openComplaint && purpose !== 'service') return 'complaint';
  if (situation.recentUses >= settings.fatigueCap && purpose !== 'service') return 'fatigue';
  return null;
}

/**
 * The content to show next. `luck` is a number in [0, 1) from outside: the same luck gives the same decision. Left out are content without
 * consent for its channel (service content needs none), expired, of another language or stage, offers during an open complaint, everything but service above
 * the fatigue cap, and arms that are hopeless beside the best.
 */
export function nextContent(
  candidates: readonly Candidate[],
  situation: Situation,
  luck: number,
  settings: ContentSettings = usualContent,
): Decision {
  const leftOut: Decision['leftOut'] = [];
  const fitting = candidates.filter((candidate) => {
    const why = reasonAgainst(candidate, situation, settings);
    if (why) leftOut.push({ id: candidate.id, why });
    return !why;
  });
  const beliefs = fitting.map((one) => beliefOf(one, situation.stageTally, settings));
  const stopped = hopeless(beliefs, settings);
  const kept = fitting.filter((one, i) => {
    if (stopped[i]) leftOut.push({ id: one.id, why: 'hopeless' });
    return !stopped[i];
  });
  const serving = servingOf(
    beliefs.filter((_, i) => !stopped[i]),
    settings.explore,
  );
  if (!serving) return { chosen: null, propensity: null, eligible: [], leftOut, settings: settings.version };
  const eligible = kept.map(({ id }, i) => ({ id, pBest: serving.pBest[i]!, serve: serving.serve[i]! }));
  let passed = 0;
  const chosen =
    eligible.find(({ serve }) => {
      passed += serve;
      return luck < passed;
    }) ?? eligible.at(-1)!;
  return { chosen: chosen.id, propensity: chosen.serve, eligible, leftOut, settings: settings.version };
}
