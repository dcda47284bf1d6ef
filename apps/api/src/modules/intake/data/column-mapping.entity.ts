import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RememberedReading } from './column-mappings.ts';

/** The table of what was decided for headers. */
@Entity('column_mapping')
export class ColumnMappingEntity {
  @PrimaryColumn('text', { name: 'header_hash' })
  headerHash: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  reading: RememberedReading;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
