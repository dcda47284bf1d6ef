import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Department } from '#modules/house';
import { HungRow } from '#modules/sources';
import type { ExpectationTask } from '../domain/expectation-task.ts';
import type { Cause, Instrument } from '../domain/read-voice-signals.ts';
import type { Referral, Review, SurveyAnswer } from '../domain/told.ts';

/** The table of what we asked and what was answered. */
@Entity('survey_answer')
export class SurveyAnswerEntity extends HungRow implements SurveyAnswer {
  @Column('text')
  instrument: Instrument;

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('text')
  department: Department;

  @Column('text', { nullable: true })
  topic: string | null;

  @Column('integer', { nullable: true })
  value: number | null;

  @Column('integer', { nullable: true })
  expected: number | null;

  @Column('integer', { nullable: true })
  perceived: number | null;

  @Column('text', { nullable: true })
  cause: Cause | null;

  @Column('text', { name: 'product_name', nullable: true })
  productName: string | null;

  @Column('text', { nullable: true })
  sku: string | null;

  @Column('jsonb', { default: () => "'{}'" })
  drivers: Record<string, number>;

  @Column('text', { nullable: true })
  comment: string | null;

  @Column('text', { name: 'subject_type', nullable: true })
  subjectType: string | null;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;
}

/** The table of reviews and mentions. */
@Entity('review')
export class ReviewEntity implements Review {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('uuid', { name: 'source_record_id', nullable: true })
  sourceRecordId: string | null;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;

  @Column('text', { name: 'author_name', nullable: true })
  authorName: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text')
  form: 'review' | 'mention';

  @Column('text', { nullable: true })
  site: string | null;

  @Column('double precision', { nullable: true })
  rating: number | null;

  @Column('double precision', { nullable: true })
  sentiment: number | null;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text', { name: 'product_name', nullable: true })
  productName: string | null;

  @Column('text', { nullable: true })
  sku: string | null;

  @Column('boolean', { name: 'is_public' })
  isPublic: boolean;

  @Column('timestamptz')
  at: Date;
}

/** The table of recommendations. */
@Entity('referral')
export class ReferralEntity extends HungRow implements Referral {
  @Column('text', { nullable: true })
  channel: string | null;

  @Column('text', { nullable: true })
  code: string | null;

  @Column('text', { nullable: true })
  evidence: string | null;

  @Column('uuid', { name: 'invited_record_id', nullable: true })
  invitedRecordId: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { name: 'converted_at', nullable: true })
  convertedAt: Date | null;
}

/** The table of tasks to mend what people are led to expect. */
@Entity('expectation_task')
export class ExpectationTaskEntity implements ExpectationTask {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  product: string;

  @Column('integer')
  caused: number;

  @Column('integer')
  cases: number;

  @Column('double precision', { name: 'lower_bound' })
  lowerBound: number;

  @Column('double precision', { name: 'mean_gap', nullable: true })
  meanGap: number | null;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId: string | null;

  @Column('text', { name: 'assignee_name', nullable: true })
  assigneeName: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;

  @Column('text', { name: 'done_by_name', nullable: true })
  doneByName: string | null;

  @Column('text')
  settings: string;
}
