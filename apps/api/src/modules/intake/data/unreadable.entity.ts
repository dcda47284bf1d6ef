import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { UnreadableRow } from './unreadable.ts';

/** The table of what could not be read. */
@Entity('unreadable')
@Index('unreadable_file', ['importFileId', 'line'])
export class UnreadableEntity implements UnreadableRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('timestamptz', { name: 'received_at', default: () => 'now()' })
  receivedAt: Date;

  @Column('uuid', { name: 'import_file_id', nullable: true })
  importFileId: string | null;

  @Column('bigint', { nullable: true })
  line: number | null;

  @Column('text', { name: 'event_id', nullable: true })
  eventId: string | null;

  @Column('jsonb')
  raw: unknown;

  @Column('boolean', { default: false })
  posted: boolean;

  @Column('text', { name: 'column_name', nullable: true })
  columnName: string | null;

  @Column('text')
  code: string;

  @Column('text')
  message: string;

  @Column('timestamptz', { name: 'replayed_at', nullable: true })
  replayedAt: Date | null;

  @Column('timestamptz', { name: 'dismissed_at', nullable: true })
  dismissedAt: Date | null;
}
