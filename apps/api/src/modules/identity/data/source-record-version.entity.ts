import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One statement of a source, kept for good. */
@Entity('source_record_version')
export class SourceRecordVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('json')
  profile: object;

  @Column('smallint')
  normalisation: number;
}
