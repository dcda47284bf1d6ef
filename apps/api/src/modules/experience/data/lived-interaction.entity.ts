import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptMoment, LivedInteraction } from '../domain/lived-interaction.ts';
import type { Outcome } from '../domain/memorability.ts';

/** The table of what customers lived, one row an interaction: derived from what subjects recorded, and from nothing else. */
@Entity('lived_interaction')
export class LivedInteractionEntity implements LivedInteraction {
  @PrimaryColumn('text', { name: 'subject_type' })
  subjectType: string;

  @PrimaryColumn('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('text')
  title: string;

  @Column('text')
  department: string;

  @Column('text')
  touchpoint: string;

  @Column('text')
  channel: string;

  @Column('timestamptz', { name: 'began_at' })
  beganAt: Date;

  @Column('timestamptz', { name: 'ended_at' })
  endedAt: Date;

  @Column('json')
  moments: KeptMoment[];

  @Column('integer')
  n: number;

  @Column('integer')
  known: number;

  @Column('double precision')
  minutes: number;

  @Column('double precision', { name: 'known_minutes' })
  knownMinutes: number;

  @Column('double precision', { nullable: true })
  total: number | null;

  @Column('double precision', { nullable: true })
  mean: number | null;

  @Column('double precision', { nullable: true })
  peak: number | null;

  @Column('timestamptz', { name: 'peak_at', nullable: true })
  peakAt: Date | null;

  @Column('double precision', { name: 'end_value', nullable: true })
  end: number | null;

  @Column('double precision', { nullable: true })
  remembered: number | null;

  @Column('text')
  outcome: Outcome;

  @Column('double precision', { name: 'usual_mean', nullable: true })
  usualMean: number | null;

  @Column('double precision', { name: 'usual_sd', nullable: true })
  usualSd: number | null;

  @Column('integer', { name: 'usual_n' })
  usualN: number;

  @Column('double precision', { nullable: true })
  surprise: number | null;

  @Column('double precision', { nullable: true })
  salience: number | null;

  @Column('double precision')
  share: number;

  @Column('boolean', { nullable: true })
  regretted: boolean | null;

  @Column('text', { array: true })
  levers: string[];

  @Column('text', { array: true })
  marks: string[];

  @Column('text')
  settings: string;
}
