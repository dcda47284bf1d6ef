import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DealPerson } from '../domain/deal.ts';

/** The table of who a deal is with. */
@Entity('deal_person')
export class DealPersonEntity implements DealPerson {
  @PrimaryColumn('uuid', { name: 'deal_id' })
  dealId: string;

  @PrimaryColumn('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('boolean', { name: 'is_main', default: false })
  isMain: boolean;
}
