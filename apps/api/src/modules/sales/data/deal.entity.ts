import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Deal } from '../domain/deal.ts';
import type { DealOutcome } from '../domain/read-pipeline-signal.ts';

/** The table of deals. */
@Entity('deal')
export class DealEntity implements Deal {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('text')
  name: string;

  @Column('uuid', { name: 'pipeline_id', nullable: true })
  pipelineId: string | null;

  @Column('uuid', { name: 'stage_id', nullable: true })
  stageId: string | null;

  @Column('text', { name: 'stage_name', nullable: true })
  stageName: string | null;

  @Column('text')
  outcome: DealOutcome;

  @Column('numeric', { nullable: true })
  amount: number | null;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('numeric', { nullable: true })
  probability: number | null;

  @Column('date', { name: 'close_date', nullable: true })
  closeDate: string | null;

  @Column('text', { name: 'owner_name', nullable: true })
  ownerName: string | null;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('uuid', { name: 'source_record_id', nullable: true })
  sourceRecordId: string | null;

  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;
}
