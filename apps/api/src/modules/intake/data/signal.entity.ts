import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** The table of signals: one row for each thing that was told, for good. */
@Entity('signal')
@Unique(['sourceId', 'eventId'])
@Index('signal_subject', ['sourceId', 'kind', 'subjectKey'])
export class SignalEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'event_id' })
  eventId: string;

  @Column('text')
  kind: string;

  @Column('text', { name: 'subject_key' })
  subjectKey: string;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { name: 'received_at', default: () => 'now()' })
  receivedAt: Date;

  @Column('json')
  body: unknown;

  @Column('bytea', { name: 'body_hash' })
  bodyHash: Buffer;

  @Column('uuid', { name: 'source_record_id', nullable: true })
  sourceRecordId: string | null;

  @Column('uuid', { name: 'import_id', nullable: true })
  importId: string | null;
}
