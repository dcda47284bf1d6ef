import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PipelineStage } from '../domain/pipeline.ts';
import type { DealOutcome } from '../domain/read-pipeline-signal.ts';

/** The table of the stages of pipelines. */
@Entity('pipeline_stage')
export class PipelineStageEntity implements PipelineStage {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'pipeline_id' })
  pipelineId: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('text')
  name: string;

  @Column('integer', { default: 0 })
  position: number;

  @Column('numeric', { nullable: true })
  probability: number | null;

  @Column('text')
  outcome: DealOutcome;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;
}
