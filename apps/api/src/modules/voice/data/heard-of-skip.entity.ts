import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HeardVia } from '../domain/heard-of.ts';

/** The table of who was asked how they heard of us and did not want to say. */
@Entity('heard_of_skip')
export class HeardOfSkipEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Where they were asked. */
  @Column('text')
  via: HeardVia;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;
}
