import { Column, Entity } from 'typeorm';
import type { Department } from '#modules/house';
import { HungRow } from '#modules/sources';
import type { Note } from '../domain/note.ts';

/** The table of notes. */
@Entity('note')
export class NoteEntity extends HungRow implements Note {
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
}
