import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CustomerFilter, CustomerSort } from '#modules/customers';
import type { FileLanguage } from '../domain/list-columns.ts';
import type { ListExport } from '../domain/list-export.ts';

/** The table of lists that somebody asked for as a file. */
@Entity('list_export')
export class ListExportEntity implements ListExport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  role: string;

  @Column('jsonb')
  filter: CustomerFilter;

  @Column('text')
  sort: CustomerSort;

  @Column('uuid', { array: true, nullable: true })
  chosen: string[] | null;

  @Column('uuid', { name: 'left_out', array: true })
  leftOut: string[];

  @Column('text')
  language: FileLanguage;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;
}
