import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportRun, ImportStatus } from '../domain/import.ts';

/** The table of imports. */
@Entity('import_run')
export class ImportRunEntity implements ImportRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('text')
  status: ImportStatus;

  @Column('text', { nullable: true })
  problem: string | null;
}
