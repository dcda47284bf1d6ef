import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ClockStateEnum } from '#modules/clocks';
import { DateTime, Internal, Personal, resultOf, Special } from '#platform/graphql';
import type { ReviewCounts, ReviewFilter } from '../data/review-list.ts';
import type {
  DismissReason,
  ReviewCase,
  ReviewEvent,
  ReviewEventKind,
  ReviewStatus,
} from '../domain/review-case.ts';
import { ReviewType } from './review.type.ts';

/** Where reviews stand, as the graph names it. */
export const ReviewStatusEnum = {
  NEW: 'new',
  WAITING: 'waiting',
  ANSWERED: 'answered',
  DISMISSED: 'dismissed',
} as const;

registerEnumType(ReviewStatusEnum, {
  name: 'ReviewStatus',
  description: 'Where a review or a mention stands with us.',
  valuesConfig: {
    NEW: { description: 'It waits for an answer of ours.' },
    WAITING: { description: 'We wait for somebody before we can answer; its clock stands still.' },
    ANSWERED: { description: 'Answered.' },
    DISMISSED: { description: 'No answer is needed, for a reason.' },
  },
});

/** Why no answer is needed, as the graph names it. */
export const DismissReasonEnum = {
  NOTHING_TO_ADD: 'nothing-to-add',
  HANDLED_ELSEWHERE: 'handled-elsewhere',
  NOT_ABOUT_US: 'not-about-us',
  DUPLICATE: 'duplicate',
  SPAM: 'spam',
  TOO_OLD: 'too-old',
} as const;

registerEnumType(DismissReasonEnum, {
  name: 'DismissReason',
  description: 'Why a review or a mention needs no answer.',
  valuesConfig: {
    NOTHING_TO_ADD: { description: 'It says all there is to say.' },
    HANDLED_ELSEWHERE: { description: 'It was settled with its writer in another place.' },
    NOT_ABOUT_US: { description: 'It is not about us.' },
    DUPLICATE: { description: 'The same was said in another one.' },
    SPAM: { description: 'Nobody means it.' },
    TOO_OLD: { description: 'It reached us long after it was written.' },
  },
});

/** What can be done with a review, as the graph names it. */
export const ReviewEventKindEnum = {
  ANSWERED: 'answered',
  DISMISSED: 'dismissed',
  WAITING: 'waiting',
  RESUMED: 'resumed',
  REOPENED: 'reopened',
  ASSIGNED: 'assigned',
  NOTE: 'note',
  TICKET: 'ticket',
  LINKED: 'linked',
} as const;

registerEnumType(ReviewEventKindEnum, {
  name: 'ReviewEventKind',
  description: 'What was done with a review.',
  valuesConfig: {
    ANSWERED: { description: 'It was answered.' },
    DISMISSED: { description: 'Somebody said that no answer is needed.' },
    WAITING: { description: 'It was put on hold.' },
    RESUMED: { description: 'It was taken up again.' },
    REOPENED: { description: 'It waits for an answer again.' },
    ASSIGNED: { description: 'Somebody looks after it; without a name nobody does.' },
    NOTE: { description: 'A note among ourselves.' },
    TICKET: { description: 'A ticket was made of it.' },
    LINKED: { description: 'Somebody said who wrote it.' },
  },
});

/** What the world sees of what was done with a review. */
@Internal()
@ObjectType('ReviewEvent', { description: 'Something that was done with a review.' })
export class ReviewEventType implements Pick<ReviewEvent, 'id' | 'kind' | 'at' | 'actorName' | 'words'> {
  @Field(() => ID, { description: 'Its id, for taking it back.' })
  id: string;

  @Field(() => ReviewEventKindEnum, { description: 'What was done.' })
  kind: ReviewEventKind;

  @Field(() => DateTime, { description: 'When it was done.' })
  at: Date;

  @Field(() => String, { nullable: true, description: 'Who did it; null: its source told of it.' })
  actorName: string | null;

  @Special()
  @Field(() => String, { nullable: true, description: 'The answer, the note, or who looks after it.' })
  words: string | null;
}

/** What the world sees of where a review stands. */
@Internal()
@ObjectType('ReviewCase', { description: 'Where a review stands with us, and its clock.' })
export class ReviewCaseType
  implements
    Omit<ReviewCase, 'reviewId' | 'isWeighed' | 'policyId' | 'decisionId' | 'promisedAt' | 'assigneeId'>
{
  @Field(() => ReviewStatusEnum, { description: 'Where it stands.' })
  status: ReviewStatus;

  @Field(() => DismissReasonEnum, { nullable: true, description: 'Why no answer is needed.' })
  reason: DismissReason | null;

  @Field(() => DateTime, { description: 'From when its writer waits.' })
  receivedAt: Date;

  @Field(() => ID, { nullable: true, description: 'The id of who of us looks after it.' })
  assigneeId: string | null;

  @Field(() => String, { nullable: true, description: 'Who of us looks after it.' })
  assigneeName: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'What we answered.' })
  reply: string | null;

  @Field(() => String, { nullable: true, description: 'Where the answer can be read.' })
  replyUrl: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered.' })
  answeredAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who answered; null: its source told of it.' })
  answeredByName: string | null;

  @Field(() => ID, { nullable: true, description: 'The ticket that was made of it.' })
  ticketId: string | null;

  @Field(() => ClockStateEnum, {
    nullable: true,
    description: 'Where the clock of the first answer stands; null: nothing is promised.',
  })
  clockState: ReviewCase['clockState'];

  @Field(() => DateTime, { nullable: true, description: 'When the clock began.' })
  clockStartedAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many minutes of open time are promised.' })
  targetMinutes: number | null;

  @Field(() => Float, { nullable: true, description: 'How many seconds of open time were used.' })
  usedSeconds: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When the time is up; null unless it runs.' })
  dueAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'From when on it is worth a warning.' })
  warnAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the promise was broken.' })
  brokenAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the clock was stopped.' })
  stoppedAt: Date | null;
}

/** How many reviews wait. */
@Internal()
@ObjectType('ReviewCounts', {
  description: 'How many reviews and mentions wait in each of the house’s views.',
})
export class ReviewCountsType implements ReviewCounts {
  @Field(() => Int, { description: 'All that wait.' })
  open: number;

  @Field(() => Int, { description: 'The viewer’s.' })
  mine: number;

  @Field(() => Int, { description: 'Nobody’s yet.' })
  unassigned: number;

  @Field(() => Int, { description: 'Those whose time is nearly or already up.' })
  breaching: number;

  @Field(() => Int, { description: 'Those with two stars or fewer.' })
  low: number;

  @Field(() => Int, { description: 'Those of whose writers we know nothing more.' })
  nobodys: number;
}

/** Which reviews. */
@InputType('ReviewFilter', { description: 'All of it must hold; what is not given does not count.' })
export class ReviewFilterInput implements ReviewFilter {
  @Field(() => [ReviewStatusEnum], { nullable: true, description: 'They stand so.' })
  statuses?: ReviewStatus[] | null;

  @Field(() => [String], { nullable: true, description: '`review`, `mention`.' })
  forms?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'They stand in one of these places.' })
  sites?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'They are about one of these products, by name.' })
  products?: string[] | null;

  @Field(() => Float, { nullable: true, description: 'They have so many stars or fewer.' })
  ratingAtMost?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'The viewer looks after them.' })
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Nobody looks after them.' })
  unassigned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Their time is nearly or already up.' })
  breaching?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Of their writers we know nothing more.' })
  nobodys?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'These words stand in them, or in the name of who wrote them.',
  })
  text?: string | null;
}

/** A review after something was done with it. */
@Internal()
@ObjectType('ReviewMoved', { description: 'A review after something was done with it.' })
export class ReviewMovedType {
  @Field(() => ReviewType, { description: 'The review.' })
  review: ReviewType;

  @Field(() => ID, { description: 'What was done: `takeBackReviewMove` takes it back.' })
  eventId: string;
}

/** What moves of reviews answer with. */
export const ReviewMoveResult = resultOf('ReviewMoveResult', () => ReviewMovedType, 'ReviewMoved');
