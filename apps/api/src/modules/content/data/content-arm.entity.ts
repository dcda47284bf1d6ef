import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContentArm } from '../domain/content-item.ts';

/** The table of what is believed of content in each cell; reckoned from uses and nothing else. */
@Entity('content_arm')
export class ContentArmEntity implements ContentArm {
  @PrimaryColumn('text')
  stage: string;

  @PrimaryColumn('text')
  department: string;

  @PrimaryColumn('uuid', { name: 'item_id' })
  itemId: string;

  @Column('integer')
  uses: number;

  @Column('integer')
  opened: number;

  @Column('integer')
  successes: number;

  @Column('integer')
  failures: number;

  @Column('double precision', { name: 'p_best', nullable: true })
  pBest: number | null;

  @Column('double precision', { nullable: true })
  serve: number | null;

  @Column('boolean', { default: false })
  stopped: boolean;

  @Column('text')
  settings: string;

  @Column('timestamptz', { name: 'reckoned_at' })
  reckonedAt: Date;
}
