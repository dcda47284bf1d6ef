import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CustomerStage, Stage, StageCause, StagePeriod } from '../domain/stage.ts';

/** The table of where customers stand: one row each, folded from facts and nothing else. */
@Entity('customer_stage')
export class CustomerStageEntity implements CustomerStage {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('text')
  stage: Stage;

  @Column('timestamptz')
  since: Date;

  @Column('text')
  because: StageCause;

  @Column('timestamptz', { name: 'because_at' })
  becauseAt: Date;

  @Column('jsonb', { default: () => "'[]'" })
  history: StagePeriod[];
}
