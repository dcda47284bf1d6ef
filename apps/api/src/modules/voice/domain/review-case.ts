import type { ClockState, Moment } from '#modules/clocks';

/** Where a review or a mention stands with us. */
export const reviewStatuses = ['new', 'waiting', 'answered', 'dismissed'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/** Why no answer is needed. `too-old`: it reached us long after it was written. */
export const dismissReasons = [
  'nothing-to-add',
  'handled-elsewhere',
  'not-about-us',
  'duplicate',
  'spam',
  'too-old',
] as const;
export type DismissReason = (typeof dismissReasons)[number];

/** What can be done with one. */
export const reviewEventKinds = [
  'answered',
  'dismissed',
  'waiting',
  'resumed',
  'reopened',
  'assigned',
  'note',
  'ticket',
  'linked',
] as const;
export type ReviewEventKind = (typeof reviewEventKinds)[number];

/** One thing that was done with a review. What is taken back did not happen. */
export interface ReviewEvent {
  id: string;
  reviewId: string;
  kind: ReviewEventKind;
  at: Date;
  actorId: string | null;
  /** `null`: the source itself told of it. */
  actorName: string | null;
  /** The answer, the note, the name of who looks after it. */
  words: string | null;
  /** The link of an answer, the reason why none is needed, the id of who looks after it, of the ticket, of the decision. */
  value: string | null;
  takenBackAt: Date | null;
}

/** Where a review stands: a cached function of what was done with it. */
export interface ReviewStanding {
  status: ReviewStatus;
  reason: DismissReason | null;
  assigneeId: string | null;
  assigneeName: string | null;
  reply: string | null;
  replyUrl: string | null;
  answeredAt: Date | null;
  answeredByName: string | null;
  ticketId: string | null;
  /** The decision by which its writer was linked to a customer. */
  decisionId: string | null;
}

/** The same with its one clock, the first answer; without a promise the clock's columns are empty. */
export interface ReviewCase extends ReviewStanding {
  reviewId: string;
  receivedAt: Date;
  /** Whether the rule for low ratings has looked at it. */
  isWeighed: boolean;
  policyId: string | null;
  clockState: ClockState | null;
  clockStartedAt: Date | null;
  targetMinutes: number | null;
  usedSeconds: number | null;
  dueAt: Date | null;
  promisedAt: Date | null;
  warnAt: Date | null;
  brokenAt: Date | null;
  stoppedAt: Date | null;
}

const untouched: ReviewStanding = {
  status: 'new',
  reason: null,
  assigneeId: null,
  assigneeName: null,
  reply: null,
  replyUrl: null,
  answeredAt: null,
  answeredByName: null,
  ticketId: null,
  decisionId: null,
};

const inOrder = (events: readonly ReviewEvent[]): ReviewEvent[] =>
  events
    .filter(({ takenBackAt }) => !takenBackAt)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));

function after(standing: ReviewStanding, { kind, words, value, at, actorName }: ReviewEvent): ReviewStanding {
  switch (kind) {
    case 'answered':
      return {
        ...standing,
        status: 'answered',
        reason: null,
        reply: words,
        replyUrl: value,
        answeredAt: at,
        answeredByName: actorName,
      };
    case 'dismissed':
      return { ...standing, status: 'dismissed', reason: value as DismissReason | null };
    case 'waiting':
      return { ...standing, status: 'waiting', reason: null };
    case 'resumed':
    case 'reopened':
      return { ...standing, status: 'new', reason: null };
    case 'assigned':
      return { ...standing, assigneeId: value, assigneeName: words };
    case 'ticket':
      return { ...standing, ticketId: value };
    case 'linked':
      return { ...standing, decisionId: value };
    case 'note':
      return standing;
  }
}

/** Where a review stands after all that was done with it, in whatever order it is told. */
export const standingAfter = (events: readonly ReviewEvent[]): ReviewStanding =>
  inOrder(events).reduce(after, untouched);

const momentOf: Partial<Record<ReviewEventKind, Moment['kind']>> = {
  answered: 'answered',
  dismissed: 'answered',
  waiting: 'paused',
  resumed: 'resumed',
};

/** What its clock hears: it runs from when it reached us, stands still while we wait for somebody, and ends with the first answer. */
export const momentsOfCase = (receivedAt: Date, events: readonly ReviewEvent[]): Moment[] => [
  { at: receivedAt, kind: 'opened' },
  ...inOrder(events).flatMap(({ kind, at }) => {
    const moment = momentOf[kind];
    return moment ? [{ at, kind: moment }] : [];
  }),
];

/** What was written so many days before it reached us is history: nobody waits for an answer. */
export const historyAfterDays = 60;

/** Whether it was written so long before it reached us that it is history. */
export const isHistory = (writtenAt: Date, receivedAt: Date): boolean =>
  receivedAt.getTime() - writtenAt.getTime() > historyAfterDays * 86_400_000;

/** Why something could not be done with a review. */
export interface ReviewRefusal {
  code: 'NOT_FOUND' | 'BAD_WORDS' | 'BAD_LINK' | 'NO_SUCH_PERSON' | 'DONE_ALREADY' | 'NOT_POSSIBLE';
  message: string;
  field: string | null;
}
