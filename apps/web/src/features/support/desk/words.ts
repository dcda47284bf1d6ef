import type { MessageId } from '#lib/intl/words.ts';

/** Where tickets stand, in words. */
export const statusWords = {
  NEW: 'support.new',
  OPEN: 'support.statusOpen',
  PENDING: 'support.pending',
  HOLD: 'support.hold',
  SOLVED: 'support.statusSolved',
  CLOSED: 'support.statusClosed',
} as const satisfies Record<string, MessageId>;

/** How tickets press, in words. */
export const priorityWords = {
  LOW: 'support.low',
  NORMAL: 'support.normal',
  HIGH: 'support.high',
  URGENT: 'support.urgent',
} as const satisfies Record<string, MessageId>;

/** Where a person may put a ticket: a new one is nobody's choice, and a closed one stays closed. */
export const chosenStatuses = ['OPEN', 'PENDING', 'HOLD', 'SOLVED'] as const;

/** How tickets press, least first. */
export const priorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;

/** Why somebody had to ask, in words. */
export const causeWords = {
  DEFECT: 'support.causeDefect',
  HOW_TO: 'support.causeHowTo',
  EXPECTATION: 'support.causeExpectation',
  OTHER: 'support.causeOther',
} as const satisfies Record<string, MessageId>;

/** What ends a conversation well, in words. */
export const endingWords = {
  CONFIRMED: 'support.endConfirmed',
  THANKED: 'support.endThanked',
  NEXT_STEP: 'support.endNextStep',
} as const satisfies Record<string, MessageId>;

/** Where a reply stands, in words. */
export const deliveryWords = {
  HELD: 'support.deliveryHeld',
  QUEUED: 'support.deliveryQueued',
  SENDING: 'support.deliverySending',
  SENT: 'support.deliverySent',
  FAILED: 'support.deliveryFailed',
  TAKEN_BACK: 'support.deliveryTakenBack',
} as const satisfies Record<string, MessageId>;

/** Fields whose change a thread tells, in words. */
const fieldWords: Record<string, MessageId> = {
  subject: 'support.fieldSubject',
  status: 'support.fieldStatus',
  priority: 'support.fieldPriority',
  type: 'support.fieldType',
  cause: 'support.fieldCause',
  assignee: 'support.fieldAssignee',
  team: 'support.fieldTeam',
  tags: 'support.fieldTags',
};

/** The word for a field. */
export const fieldWord = (field: string): MessageId | undefined => fieldWords[field];

const valueWords: Record<string, Record<string, MessageId>> = {
  status: {
    new: 'support.new',
    open: 'support.statusOpen',
    pending: 'support.pending',
    hold: 'support.hold',
    solved: 'support.statusSolved',
    closed: 'support.statusClosed',
  },
  priority: {
    low: 'support.low',
    normal: 'support.normal',
    high: 'support.high',
    urgent: 'support.urgent',
  },
  cause: {
    defect: 'support.causeDefect',
    'how-to': 'support.causeHowTo',
    expectation: 'support.causeExpectation',
    other: 'support.causeOther',
  },
};

/** The word for a value of a field, where it is one of ours. */
export const valueWord = (field: string, value: string): MessageId | undefined => valueWords[field]?.[value];

/** The channels that have a name here. */
export const channelWords = {
  email: 'support.channelEmail',
  chat: 'support.channelChat',
  phone: 'support.channelPhone',
  web: 'support.channelWeb',
  sms: 'support.channelSms',
} as const satisfies Record<string, MessageId>;

/** What kinds of tickets there are, as sources name them. */
export const ticketTypes = ['question', 'incident', 'problem', 'task'] as const;

/** What they are called. */
export const typeWords = {
  question: 'support.typeQuestion',
  incident: 'support.typeIncident',
  problem: 'support.typeProblem',
  task: 'support.typeTask',
} as const satisfies Record<(typeof ticketTypes)[number], MessageId>;

/** Whether a word names one of them. */
export const isType = (word: string): word is (typeof ticketTypes)[number] =>
  ticketTypes.some((one) => one === word);
