import { Column, PrimaryColumn } from 'typeorm';
import type { Hung } from '../domain/hung.ts';

/** The columns of every row that hangs on a customer's record. */
export abstract class HungRow implements Hung {
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

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;
}
