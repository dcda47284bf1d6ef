import { registerEnumType } from 'type-graphql';

/** What content is, as the graph names it; inside it is `one-pager`, `review` … */
export const ContentKindEnum = {
  GUIDE: 'guide',
  ANSWER: 'answer',
  CHECKLIST: 'checklist',
  ONE_PAGER: 'one-pager',
  CASE: 'case',
  REVIEW: 'review',
  WEBINAR: 'webinar',
  POST: 'post',
  VIDEO: 'video',
  TEMPLATE: 'template',
} as const;
registerEnumType(ContentKindEnum, {
  name: 'ContentKind',
  description: 'What a piece of content is.',
  valuesConfig: {
    GUIDE: { description: 'Explains how to choose or do something.' },
    ANSWER: { description: 'Answers one question, as in a help centre.' },
    CHECKLIST: { description: 'Steps to tick off.' },
    ONE_PAGER: { description: 'One page about a product or an offer.' },
    CASE: { description: 'How somebody else did it with us.' },
    REVIEW: { description: 'What others say of us: stands first where people look around.' },
    WEBINAR: { description: 'A talk, live or recorded.' },
    POST: { description: 'Something short for social channels or a letter.' },
    VIDEO: { description: 'Something to watch.' },
    TEMPLATE: { description: 'Words to adapt: a reply, a quote.' },
  },
});

/** What content is for. */
export const ContentPurposeEnum = { SERVICE: 'service', INFORMATION: 'information', OFFER: 'offer' } as const;
registerEnumType(ContentPurposeEnum, {
  name: 'ContentPurpose',
  description: 'What a piece of content is for.',
  valuesConfig: {
    SERVICE: {
      description: 'Helps with what they have: needs no consent, and is given while a case is open.',
    },
    INFORMATION: { description: 'Helps to understand and decide.' },
    OFFER: { description: 'Asks to buy.' },
  },
});

/** Where the newest version of content stands. */
export const ContentStatusEnum = {
  DRAFT: 'draft',
  REVIEW: 'review',
  PUBLISHED: 'published',
  ARCHIVED: 'archived',
} as const;
registerEnumType(ContentStatusEnum, {
  name: 'ContentStatus',
  description:
    'Where the newest version of a piece of content stands; a published one stays in use meanwhile.',
  valuesConfig: {
    DRAFT: { description: 'It is being written.' },
    REVIEW: { description: 'It waits for somebody else to approve it.' },
    PUBLISHED: { description: 'People get it.' },
    ARCHIVED: { description: 'It is out of use.' },
  },
});

/** How early a placement puts content. */
export const ContentPriorityEnum = { FIRST: 'first', USUAL: 'usual', RESERVE: 'reserve' } as const;
registerEnumType(ContentPriorityEnum, {
  name: 'ContentPriority',
  description: 'How early content stands among what fits.',
  valuesConfig: {
    FIRST: { description: 'Before the others.' },
    USUAL: { description: 'With the others: what works decides.' },
    RESERVE: { description: 'When nothing else fits.' },
  },
});

/** Where content is given. */
export const ContentChannelEnum = {
  ANY: 'any',
  EMAIL: 'email',
  CHAT: 'chat',
  PHONE: 'phone',
  SMS: 'sms',
  SOCIAL: 'social',
  IN_PERSON: 'in-person',
  WEB: 'web',
} as const;
registerEnumType(ContentChannelEnum, {
  name: 'ContentChannel',
  description: 'A channel on which content is given.',
  valuesConfig: {
    ANY: { description: 'Whichever channel one is on.' },
    EMAIL: { description: 'E-mail, also as an answer.' },
    CHAT: { description: 'A conversation on the site or in a messenger.' },
    PHONE: { description: 'A call by phone.' },
    SMS: { description: 'A short message.' },
    SOCIAL: { description: 'A social network.' },
    IN_PERSON: { description: 'A talk face to face.' },
    WEB: { description: 'Our own pages.' },
  },
});

/** How content was given. */
export const ContentActEnum = { INSERTED: 'inserted', SENT: 'sent', SHOWN: 'shown' } as const;
registerEnumType(ContentActEnum, {
  name: 'ContentAct',
  description: 'How content reached somebody.',
  valuesConfig: {
    INSERTED: { description: 'Put into a message that answers them.' },
    SENT: { description: 'Sent by itself: passes the gate of consent.' },
    SHOWN: { description: 'Shown and talked about, or copied for them.' },
  },
});

/** Why content is offered. */
export const ContentReasonEnum = {
  STAGE: 'stage',
  OPEN_TICKET: 'open-ticket',
  OPEN_DEAL: 'open-deal',
  TAG: 'tag',
  COUNTRY: 'country',
  LANGUAGE: 'language',
  OTHER_LANGUAGE: 'other-language',
  LANGUAGE_UNKNOWN: 'language-unknown',
  PEER: 'peer',
  SERVICE: 'service',
  GIVEN: 'given',
} as const;
registerEnumType(ContentReasonEnum, {
  name: 'ContentReasonCode',
  description: 'What speaks for offering a piece of content, or has to be known of it.',
  valuesConfig: {
    STAGE: { description: 'It is made for the stage they are in (`value`).' },
    OPEN_TICKET: { description: 'It is for people with an open ticket.' },
    OPEN_DEAL: { description: 'It is for people with an open deal.' },
    TAG: { description: 'They have the tag `value`.' },
    COUNTRY: { description: 'They live in `value`.' },
    LANGUAGE: { description: 'It is in their language (`value`).' },
    OTHER_LANGUAGE: { description: 'It is not in their language; this is the nearest (`value`).' },
    LANGUAGE_UNKNOWN: { description: 'Their language is not known; this is in `value`.' },
    PEER: { description: 'Others speak, not we: first where people look around.' },
    SERVICE: { description: 'A case is open, and this is service content.' },
    GIVEN: { description: 'They were given it within 30 days.' },
  },
});

/** Why content is left out. */
export const ContentLeftOutEnum = {
  CHANNEL: 'channel',
  CONSENT: 'consent',
  EXPIRED: 'expired',
  LANGUAGE: 'language',
  SEGMENT: 'segment',
  COMPLAINT: 'complaint',
  FATIGUE: 'fatigue',
  HOPELESS: 'hopeless',
} as const;
registerEnumType(ContentLeftOutEnum, {
  name: 'ContentLeftOutReason',
  description: 'Why a piece of content that is placed in their stage is not offered.',
  valuesConfig: {
    CHANNEL: { description: 'It is made for another channel.' },
    CONSENT: { description: 'They have not agreed to hear from us there.' },
    EXPIRED: { description: 'It is not valid today.' },
    LANGUAGE: { description: 'It is for people of another language.' },
    SEGMENT: { description: 'Its conditions do not fit them.' },
    COMPLAINT: { description: 'A case is open: service content only.' },
    FATIGUE: { description: 'They were given enough these days.' },
    HOPELESS: { description: 'It works far worse than the best and is no longer tried.' },
  },
});

/** Why content is worth a look. */
export const StaleReasonEnum = {
  EXPIRED: 'expired',
  EXPIRING: 'expiring',
  UNTOUCHED: 'untouched',
  LANGUAGE_MISSING: 'language-missing',
} as const;
registerEnumType(StaleReasonEnum, {
  name: 'StaleReason',
  description: 'Why somebody should look at a piece of content again.',
  valuesConfig: {
    EXPIRED: { description: 'Its time is over.' },
    EXPIRING: { description: 'Its time is over within 14 days.' },
    UNTOUCHED: { description: 'Nobody touched it for half a year.' },
    LANGUAGE_MISSING: { description: 'A language of our customers is missing.' },
  },
});
