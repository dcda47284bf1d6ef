import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CurveStep, NextStage } from '../domain/journey-figures.ts';

/** The table of how long people stay in a stage and where they go, counted now and then, so that a page can show it at once. */
@Entity('stage_figures')
export class StageFiguresEntity {
  @PrimaryColumn('uuid', { name: 'map_id' })
  mapId: string;

  @PrimaryColumn('text')
  stage: string;

  @Column('integer')
  entered: number;

  @Column('integer', { name: 'left_it' })
  left: number;

  @Column('double precision', { name: 'median_days', nullable: true })
  medianDays: number | null;

  @Column('double precision', { name: 'low_days', nullable: true })
  lowDays: number | null;

  @Column('double precision', { name: 'high_days', nullable: true })
  highDays: number | null;

  @Column('jsonb')
  curve: CurveStep[];

  @Column('jsonb')
  next: NextStage[];

  @Column('timestamptz', { name: 'counted_at' })
  countedAt: Date;
}
