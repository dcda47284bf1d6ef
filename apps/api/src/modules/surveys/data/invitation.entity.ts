import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Invitation, InvitationState, Silence } from '../domain/invitation.ts';
import type { SurveyInstrument, SurveyLanguage, SurveyLook } from '../domain/survey.ts';

/** The table of invitations: who is asked about what, and what came of it. */
@Entity('survey_invitation')
export class InvitationEntity implements Invitation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'survey_id' })
  surveyId: string;

  @Column('text', { name: 'event_key' })
  eventKey: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('text', { name: 'subject_type', nullable: true })
  subjectType: string | null;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('text')
  channel: string;

  @Column('text')
  instrument: SurveyInstrument;

  @Column('text')
  look: SurveyLook;

  @Column('boolean', { name: 'asks_why' })
  asksWhy: boolean;

  @Column('text', { nullable: true })
  question: string | null;

  @Column('text')
  language: SurveyLanguage;

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt: Date;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('text')
  state: InvitationState;

  @Column('text', { nullable: true })
  silence: Silence | null;

  @Column('text', { nullable: true })
  via: string | null;

  @Column('text', { name: 'token_hash', nullable: true })
  tokenHash: string | null;

  @Column('timestamptz', { name: 'asked_at', nullable: true })
  askedAt: Date | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('integer', { nullable: true })
  value: number | null;

  @Column('text', { nullable: true })
  comment: string | null;

  @Column('text', { name: 'opened_type', nullable: true })
  openedType: string | null;

  @Column('uuid', { name: 'opened_id', nullable: true })
  openedId: string | null;

  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt: Date | null;
}
