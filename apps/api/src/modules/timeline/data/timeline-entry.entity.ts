import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Department } from '#modules/house';
import type { TimelineEntry, ValueChange } from '../domain/timeline-entry.ts';

/** The table of timeline entries. */
@Entity('timeline_entry')
export class TimelineEntryEntity implements TimelineEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'entry_key' })
  entryKey: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  department: Department;

  @Column('text')
  kind: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column('text', { name: 'subject_type', nullable: true })
  subjectType: string | null;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('text', { name: 'actor_name', nullable: true })
  actorName: string | null;

  @Column('jsonb', { nullable: true })
  change: ValueChange | null;
}
