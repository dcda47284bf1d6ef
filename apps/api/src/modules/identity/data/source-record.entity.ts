import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one source says of one person or company; `current` is the fold of its versions. */
@Entity('source_record')
export class SourceRecordEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text')
  kind: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('json')
  current: object;
}
