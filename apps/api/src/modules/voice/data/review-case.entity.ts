import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  DismissReason,
  ReviewCase,
  ReviewEvent,
  ReviewEventKind,
  ReviewStatus,
} from '../domain/review-case.ts';

/** The table of where reviews stand: a cached function of `review_event`. */
@Entity('review_case')
export class ReviewCaseEntity implements ReviewCase {
  @PrimaryColumn('uuid', { name: 'review_id' })
  reviewId: string;

  @Column('text')
  status: ReviewStatus;

  @Column('text', { nullable: true })
  reason: DismissReason | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId: string | null;

  @Column('text', { name: 'assignee_name', nullable: true })
  assigneeName: string | null;

  @Column('text', { nullable: true })
  reply: string | null;

  @Column('text', { name: 'reply_url', nullable: true })
  replyUrl: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('text', { name: 'answered_by_name', nullable: true })
  answeredByName: string | null;

  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId: string | null;

  @Column('uuid', { name: 'decision_id', nullable: true })
  decisionId: string | null;

  @Column('boolean', { name: 'is_weighed', default: false })
  isWeighed: boolean;

  @Column('uuid', { name: 'policy_id', nullable: true })
  policyId: string | null;

  @Column('text', { name: 'clock_state', nullable: true })
  clockState: ReviewCase['clockState'];

  @Column('timestamptz', { name: 'clock_started_at', nullable: true })
  clockStartedAt: Date | null;

  @Column('integer', { name: 'target_minutes', nullable: true })
  targetMinutes: number | null;

  @Column('double precision', { name: 'used_seconds', nullable: true })
  usedSeconds: number | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column('timestamptz', { name: 'promised_at', nullable: true })
  promisedAt: Date | null;

  @Column('timestamptz', { name: 'warn_at', nullable: true })
  warnAt: Date | null;

  @Column('timestamptz', { name: 'broken_at', nullable: true })
  brokenAt: Date | null;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt: Date | null;
}

/** The table of what was done with reviews. */
@Entity('review_event')
export class ReviewEventEntity implements ReviewEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'review_id' })
  reviewId: string;

  @Column('text')
  kind: ReviewEventKind;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { name: 'actor_name', nullable: true })
  actorName: string | null;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  value: string | null;

  @Column('timestamptz', { name: 'taken_back_at', nullable: true })
  takenBackAt: Date | null;
}
