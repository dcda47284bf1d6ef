import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StageOverride } from '../domain/stage.ts';

/** The table of what people of ours said about where customers stand. */
@Entity('stage_override')
export class StageOverrideEntity implements StageOverride {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('text')
  stage: string;

  @Column('text', { name: 'said_stage', nullable: true })
  saidStage: string | null;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'by_id', nullable: true })
  byId: string | null;

  @Column('text', { name: 'by_name' })
  byName: string;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;
}
