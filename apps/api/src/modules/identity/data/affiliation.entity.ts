import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a record puts somebody into a company. */
@Entity('affiliation')
export class AffiliationEntity {
  @PrimaryColumn('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @PrimaryColumn('uuid', { name: 'company_id' })
  companyId: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('text', { nullable: true })
  role: string | null;

  @Column('boolean', { name: 'is_main' })
  isMain: boolean;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;
}
