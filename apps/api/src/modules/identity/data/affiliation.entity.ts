import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Affiliation } from '../domain/affiliation.ts';

/** That a record puts somebody into a company; `role` and `is_main` are what counts, which may be our word. */
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

  @Column('date', { name: 'started_on', nullable: true })
  startedOn: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: string | null;

  @Column('text', { name: 'said_by', nullable: true })
  saidBy: string | null;

  @Column('jsonb', { nullable: true })
  over: Affiliation['over'] | null;
}
