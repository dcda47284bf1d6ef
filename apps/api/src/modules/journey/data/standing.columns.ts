import { Column } from 'typeorm';
import type { StageCause, StagePeriod, StageReason, Standing } from '../domain/stage.ts';

/** The columns of whoever stands somewhere, on whichever journey. */
export abstract class StandingColumns implements Standing {
  @Column('text')
  stage: string;

  @Column('timestamptz')
  since: Date;

  @Column('text')
  because: StageCause;

  @Column('timestamptz', { name: 'because_at' })
  becauseAt: Date;

  @Column('json', { default: () => "'[]'" })
  history: StagePeriod[];

  @Column('double precision', { nullable: true })
  confidence: number | null;

  @Column('json', { default: () => "'[]'" })
  reasons: StageReason[];

  @Column('timestamptz', { name: 'last_fact_at' })
  lastFactAt: Date;

  @Column('timestamptz', { name: 'dormant_from' })
  dormantFrom: Date;

  @Column('text', { default: () => "''" })
  settings: string;
}
