import type { graphql, ResultOf } from '#lib/graphql/graphql.ts';
import type { MessageId, Say } from '#lib/intl/words.ts';
import { stages, stageWords } from '#lib/stages.ts';
import type {
  ContentItemFragment,
  LibraryLineFragment,
  OfferedFragment,
  PlacementFragment,
} from './content.documents.ts';

export type ContentKind = ReturnType<typeof graphql.scalar<'ContentKind'>>;
export type ContentPurpose = ReturnType<typeof graphql.scalar<'ContentPurpose'>>;
export type ContentStatus = ReturnType<typeof graphql.scalar<'ContentStatus'>>;
export type ContentChannel = ReturnType<typeof graphql.scalar<'ContentChannel'>>;
export type ContentAct = ReturnType<typeof graphql.scalar<'ContentAct'>>;
export type ContentPriority = ReturnType<typeof graphql.scalar<'ContentPriority'>>;
export type StaleReason = ReturnType<typeof graphql.scalar<'StaleReason'>>;
export type LeftOutReason = ReturnType<typeof graphql.scalar<'ContentLeftOutReason'>>;

/** Content that fits a customer, a line of the library, a piece of it whole, a placement: as their components get them. */
export type OfferedShape = ResultOf<typeof OfferedFragment>;
export type LibraryLineShape = ResultOf<typeof LibraryLineFragment>;
export type WholeContent = ResultOf<typeof ContentItemFragment>;
export type PlacementShape = ResultOf<typeof PlacementFragment>;

export const kindWords: Record<ContentKind, MessageId> = {
  GUIDE: 'content.kind.guide',
  ANSWER: 'content.kind.answer',
  CHECKLIST: 'content.kind.checklist',
  ONE_PAGER: 'content.kind.onePager',
  CASE: 'content.kind.case',
  REVIEW: 'content.kind.review',
  WEBINAR: 'content.kind.webinar',
  POST: 'content.kind.post',
  VIDEO: 'content.kind.video',
  TEMPLATE: 'content.kind.template',
};
export const kinds = Object.keys(kindWords) as ContentKind[];

export const purposeWords: Record<ContentPurpose, MessageId> = {
  SERVICE: 'content.purpose.service',
  INFORMATION: 'content.purpose.information',
  OFFER: 'content.purpose.offer',
};
export const purposes = Object.keys(purposeWords) as ContentPurpose[];

export const statusWords: Record<ContentStatus, MessageId> = {
  DRAFT: 'content.status.draft',
  REVIEW: 'content.status.review',
  PUBLISHED: 'content.status.published',
  ARCHIVED: 'content.status.archived',
};
export const statuses = Object.keys(statusWords) as ContentStatus[];

export const statusTones: Record<ContentStatus, 'plain' | 'good' | 'warn'> = {
  DRAFT: 'plain',
  REVIEW: 'warn',
  PUBLISHED: 'good',
  ARCHIVED: 'plain',
};

export const channelWords: Record<ContentChannel, MessageId> = {
  ANY: 'content.channel.any',
  EMAIL: 'content.channel.email',
  CHAT: 'content.channel.chat',
  PHONE: 'content.channel.phone',
  SMS: 'content.channel.sms',
  SOCIAL: 'content.channel.social',
  IN_PERSON: 'content.channel.inPerson',
  WEB: 'content.channel.web',
};
export const channels = Object.keys(channelWords) as ContentChannel[];

export const priorityWords: Record<ContentPriority, MessageId> = {
  FIRST: 'content.priority.first',
  USUAL: 'content.priority.usual',
  RESERVE: 'content.priority.reserve',
};
export const priorities = Object.keys(priorityWords) as ContentPriority[];

export const actWords: Record<ContentAct, MessageId> = {
  INSERTED: 'content.act.inserted',
  SENT: 'content.act.sent',
  SHOWN: 'content.act.shown',
};

export const staleWords: Record<StaleReason, MessageId> = {
  EXPIRED: 'content.stale.expired',
  EXPIRING: 'content.stale.expiring',
  UNTOUCHED: 'content.stale.untouched',
  LANGUAGE_MISSING: 'content.stale.languageMissing',
};

export const leftOutWords: Record<LeftOutReason, MessageId> = {
  CHANNEL: 'content.out.channel',
  CONSENT: 'content.out.consent',
  EXPIRED: 'content.out.expired',
  LANGUAGE: 'content.out.language',
  SEGMENT: 'content.out.segment',
  COMPLAINT: 'content.out.complaint',
  FATIGUE: 'content.out.fatigue',
  HOPELESS: 'content.out.hopeless',
};

/** The languages in which customers are answered, in the order in which they are shown. */
export const houseLanguages = ['en', 'it', 'fr', 'ro'] as const;

/** The name of a language in the reader's own. */
export const languageName = (code: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code;

const outcomes: Record<string, MessageId> = {
  'deal-won': 'content.outcome.dealWon',
  'deal-lost': 'content.outcome.dealLost',
  'order-placed': 'content.outcome.orderPlaced',
  'order-returned': 'content.outcome.orderReturned',
  'ticket-opened': 'content.outcome.ticketOpened',
  'ticket-solved': 'content.outcome.ticketSolved',
  'referral-made': 'content.outcome.referralMade',
  'review-written': 'content.outcome.reviewWritten',
};

/** What a customer did next, in words. */
export const outcomeText = (kind: string, say: Say): string => {
  const id = outcomes[kind];
  return id ? say(id) : kind;
};

/** Why content is offered, in words; what every line shares (the stage) goes without saying. */
export function reasonText(
  { code, value }: { code: string; value: string | null },
  say: Say,
  locale: string,
): string {
  const language = value ? languageName(value, locale) : '';
  switch (code) {
    case 'STAGE': {
      const stage = stages.find((each) => each === value?.toUpperCase());
      return say('content.why.stage', { stage: stage ? say(stageWords[stage]) : (value ?? '') });
    }
    case 'OPEN_TICKET':
      return say('content.why.openTicket');
    case 'OPEN_DEAL':
      return say('content.why.openDeal');
    case 'TAG':
      return say('content.why.tag', { tag: value });
    case 'COUNTRY':
      return say('content.why.country', { country: value });
    case 'LANGUAGE':
      return say('content.why.language', { language });
    case 'OTHER_LANGUAGE':
      return say('content.why.otherLanguage', { language });
    case 'LANGUAGE_UNKNOWN':
      return say('content.why.languageUnknown', { language });
    case 'PEER':
      return say('content.why.peer');
    case 'SERVICE':
      return say('content.why.service');
    default:
      return say('content.why.given');
  }
}
