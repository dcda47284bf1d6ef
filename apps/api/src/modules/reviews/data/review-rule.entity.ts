import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReviewRule } from '../domain/review-rule.ts';

/** The table of the one rule about low ratings. `promised`: what was promised of voices when their clocks were last set. */
@Entity('review_rule')
export class ReviewRuleEntity implements ReviewRule {
  @PrimaryColumn('text')
  id: 'low';

  @Column('double precision', { name: 'rating_at_most' })
  ratingAtMost: number;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column('timestamptz', { name: 'active_since', nullable: true })
  activeSince: Date | null;

  @Column('text', { nullable: true })
  promised: string | null;
}
