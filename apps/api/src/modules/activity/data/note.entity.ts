import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Department } from '#modules/house';
import type { Note } from '../domain/note.ts';

/** The table of notes. */
@Entity('note')
export class NoteEntity implements Note {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  department: Department | null;

  @Column('boolean', { name: 'for_department_only', default: false })
  forDepartmentOnly: boolean;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('text', { name: 'author_name', nullable: true })
  authorName: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;
}
