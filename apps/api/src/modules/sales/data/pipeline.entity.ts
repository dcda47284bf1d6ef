import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pipeline } from '../domain/pipeline.ts';

/** The table of pipelines. */
@Entity('pipeline')
export class PipelineEntity implements Pipeline {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('text')
  name: string;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;
}
