import type { MessageId } from '#lib/intl/words.ts';

/** Where a review stands, in words. */
export const reviewStatusWords = {
  NEW: 'voice.statusNew',
  WAITING: 'voice.statusWaiting',
  ANSWERED: 'voice.statusAnswered',
  DISMISSED: 'voice.statusDismissed',
} as const satisfies Record<string, MessageId>;

/** How somebody heard of us, in words. */
export const heardWayWords = {
  RECOMMENDATION: 'voice.wayRecommendation',
  SEARCH: 'voice.waySearch',
  SOCIAL: 'voice.waySocial',
  ADVERTISEMENT: 'voice.wayAdvertisement',
  PRESS: 'voice.wayPress',
  SHOP: 'voice.wayShop',
  EVENT: 'voice.wayEvent',
  OTHER: 'voice.wayOther',
  UNKNOWN: 'voice.wayUnknown',
} as const satisfies Record<string, MessageId>;

/** Where they were asked, in words. */
export const heardViaWords = {
  FORM: 'voice.viaForm',
  CHAT: 'voice.viaChat',
  PORTAL: 'voice.viaPortal',
  SURVEY: 'voice.viaSurvey',
  AGENT: 'voice.viaAgent',
  IMPORT: 'voice.viaImport',
} as const satisfies Record<string, MessageId>;

/** Why no answer is needed, in words; the last is only ever said by the house itself. */
export const dismissReasonWords = {
  NOTHING_TO_ADD: 'voice.reasonNothingToAdd',
  HANDLED_ELSEWHERE: 'voice.reasonElsewhere',
  NOT_ABOUT_US: 'voice.reasonNotAboutUs',
  DUPLICATE: 'voice.reasonDuplicate',
  SPAM: 'voice.reasonSpam',
  TOO_OLD: 'voice.reasonTooOld',
} as const satisfies Record<string, MessageId>;

/** The reasons that somebody may choose. */
export const chosenReasons = [
  'NOTHING_TO_ADD',
  'HANDLED_ELSEWHERE',
  'NOT_ABOUT_US',
  'DUPLICATE',
  'SPAM',
] as const;
export type ChosenReason = (typeof chosenReasons)[number];

/** What was done with a review, in words. */
export const reviewEventWords = {
  ANSWERED: 'voice.didAnswer',
  DISMISSED: 'voice.didDismiss',
  WAITING: 'voice.didHold',
  RESUMED: 'voice.didResume',
  REOPENED: 'voice.didReopen',
  ASSIGNED: 'voice.didAssign',
  NOTE: 'voice.didNote',
  TICKET: 'voice.didTicket',
  LINKED: 'voice.didLink',
} as const satisfies Record<string, MessageId>;
