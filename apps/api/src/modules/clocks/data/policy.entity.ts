import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessHours, SlaPolicy } from '../domain/policy.ts';

/** The table of business hours. */
@Entity('business_hours')
export class BusinessHoursEntity implements BusinessHours {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('jsonb')
  week: BusinessHours['week'];

  @Column('jsonb', { default: () => "'[]'" })
  holidays: BusinessHours['holidays'];

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}

/** The table of policies. */
@Entity('sla_policy')
export class SlaPolicyEntity implements SlaPolicy {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text', { default: () => "'ticket'" })
  about: SlaPolicy['about'];

  @Column('integer')
  place: number;

  @Column('text', { array: true, default: () => "'{}'" })
  priorities: string[];

  @Column('text', { array: true, default: () => "'{}'" })
  channels: string[];

  @Column('text', { name: 'customer_tags', array: true, default: () => "'{}'" })
  customerTags: string[];

  @Column('text', { array: true, default: () => "'{}'" })
  stages: string[];

  @Column('double precision', { name: 'rating_at_most', nullable: true })
  ratingAtMost: number | null;

  @Column('integer', { name: 'first_reply_minutes', nullable: true })
  firstReplyMinutes: number | null;

  @Column('integer', { name: 'next_reply_minutes', nullable: true })
  nextReplyMinutes: number | null;

  @Column('integer', { name: 'resolution_minutes', nullable: true })
  resolutionMinutes: number | null;

  @Column('uuid', { name: 'hours_id', nullable: true })
  hoursId: string | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}
