import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RowOutcome, TriedRow, TriedSet } from '../domain/tried-rows.ts';

/** The table of what a dry run told of the rows of a file, until the file is read otherwise or runs. */
@Entity('tried_rows')
@Index('tried_rows_in_order', ['importFileId', 'setEnd'])
export class TriedRowsEntity implements TriedSet {
  @PrimaryColumn('uuid', { name: 'import_file_id' })
  importFileId: string;

  @PrimaryColumn('text')
  outcome: RowOutcome;

  @PrimaryColumn('bigint', { name: 'set_end' })
  setEnd: number;

  @Column('json')
  rows: Omit<TriedRow, 'outcome'>[];
}
