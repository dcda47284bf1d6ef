import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FactKind } from '#modules/house';
import type { Fact } from '../domain/stage.ts';

/** The table of facts. */
@Entity('fact')
export class FactEntity implements Fact {
  @PrimaryColumn('text', { name: 'fact_key' })
  factKey: string;

  @PrimaryColumn('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  kind: FactKind;
}
