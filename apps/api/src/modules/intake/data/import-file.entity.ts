import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FileColumn, FileReading, ImportCounts, ImportFile, ImportStatus } from '../domain/import.ts';

/** The table of files of imports. */
@Entity('import_file')
export class ImportFileEntity implements ImportFile {
  @PrimaryColumn('uuid')
  id: string;

  @Index('import_file_import')
  @Column('uuid', { name: 'import_id' })
  importId: string;

  @Column('uuid', { name: 'source_id', nullable: true })
  sourceId: string | null;

  @Column('text')
  name: string;

  @Column('bigint')
  bytes: number;

  @Column('text')
  sha256: string;

  @Column('text', { name: 'stored_path' })
  storedPath: string;

  @Column('text', { nullable: true })
  format: string | null;

  @Column('jsonb', { default: () => "'{}'" })
  reading: FileReading | null;

  @Column('jsonb', { default: () => "'{}'" })
  counts: ImportCounts;

  @Column('bigint', { default: 0 })
  position: number;

  @Column('smallint', { default: 0 })
  place: number;

  @Column('jsonb', { default: () => "'[]'" })
  columns: FileColumn[];

  @Column('jsonb', { default: () => "'[]'" })
  guesses: { format: string; confidence: number }[];

  @Column('bigint', { name: 'row_total', nullable: true })
  rowTotal: number | null;

  @Column('text')
  status: ImportStatus;

  @Column('text', { nullable: true })
  problem: string | null;
}
