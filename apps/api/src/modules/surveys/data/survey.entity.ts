import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  LowAnswerMove,
  Survey,
  SurveyInstrument,
  SurveyLook,
  SurveyOccasion,
  SurveyWording,
} from '../domain/survey.ts';

/** The table of surveys: what is asked by itself, after what. */
@Entity('survey')
export class SurveyEntity implements Survey {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  occasion: SurveyOccasion;

  @Column('text', { nullable: true })
  stage: string | null;

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('text')
  instrument: SurveyInstrument;

  @Column('text')
  look: SurveyLook;

  @Column('boolean', { name: 'asks_why' })
  asksWhy: boolean;

  @Column('boolean', { name: 'asks_heard_of', default: false })
  asksHeardOf: boolean;

  @Column('integer', { name: 'delay_minutes' })
  delayMinutes: number;

  @Column('jsonb', { default: () => "'{}'" })
  wording: SurveyWording;

  @Column('integer', { name: 'rest_days' })
  restDays: number;

  @Column('boolean', { name: 'needs_consent' })
  needsConsent: boolean;

  @Column('integer', { name: 'low_at_most', nullable: true })
  lowAtMost: number | null;

  @Column('text', { name: 'low_move' })
  lowMove: LowAnswerMove;

  @Column('uuid', { name: 'low_owner_id', nullable: true })
  lowOwnerId: string | null;

  @Column('timestamptz', { name: 'active_since', nullable: true })
  activeSince: Date | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}
