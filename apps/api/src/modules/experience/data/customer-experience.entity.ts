import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CustomerExperience, KeptFailure } from '../domain/fold-experience.ts';
import type { Outcome } from '../domain/memorability.ts';

/** The table of what customers experienced and remember: one row each, nothing in it depends on now. */
@Entity('customer_experience')
export class CustomerExperienceEntity implements CustomerExperience {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('integer')
  n: number;

  @Column('integer')
  known: number;

  @Column('integer')
  interactions: number;

  @Column('integer')
  measured: number;

  @Column('double precision')
  minutes: number;

  @Column('double precision', { name: 'known_minutes' })
  knownMinutes: number;

  @Column('double precision', { nullable: true })
  total: number | null;

  @Column('double precision', { nullable: true })
  mean: number | null;

  @Column('double precision', { name: 'memory_mean', nullable: true })
  memoryMean: number | null;

  @Column('integer')
  memories: number;

  @Column('timestamptz', { name: 'half_until', nullable: true })
  halfUntil: Date | null;

  @Column('json')
  outcomes: Record<Outcome, number>;

  @Column('json')
  irrelevance: CustomerExperience['irrelevance'];

  @Column('text', { name: 'last_outcome', nullable: true })
  lastOutcome: Outcome | null;

  @Column('integer', { name: 'fade_streak' })
  fadeStreak: number;

  @Column('json')
  failures: KeptFailure[];

  @Column('integer')
  orders: number;

  @Column('integer')
  regretted: number;

  @Column('timestamptz', { name: 'last_order_at', nullable: true })
  lastOrderAt: Date | null;

  @Column('double precision', { name: 'gap_days', nullable: true })
  gapDays: number | null;

  @Column('text', { name: 'gap_by', nullable: true })
  gapBy: 'own' | 'cohort' | null;

  @Column('integer', { name: 'memorable_good' })
  memorableGood: number;

  @Column('integer', { name: 'memorable_bad' })
  memorableBad: number;

  @Column('integer')
  anchors: number;

  @Column('integer')
  contacts: number;

  @Column('text', { name: 'preferred_channel', nullable: true })
  preferredChannel: string | null;

  @Column('double precision', { name: 'preferred_share', nullable: true })
  preferredShare: number | null;

  @Column('double precision', { name: 'no_repeat_share', nullable: true })
  noRepeatShare: number | null;

  @Column('json', { name: 'recommended_at' })
  recommendedAt: string[];

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column('text')
  settings: string;
}
