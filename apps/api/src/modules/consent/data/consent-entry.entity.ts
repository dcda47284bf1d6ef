import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentEntry } from '../domain/consent.ts';
import type { ConsentEvidence } from '../domain/read-consent-signal.ts';

/** The ledger of consent. */
@Entity('consent_entry')
export class ConsentEntryEntity implements ConsentEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'entry_key' })
  entryKey: string;

  @Column('text')
  purpose: string;

  @Column('text')
  channel: string;

  @Column('text')
  state: 'granted' | 'withdrawn';

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  wording: string | null;

  @Column('jsonb', { default: () => "'{}'" })
  evidence: ConsentEvidence;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()', insert: false, select: false })
  recordedAt?: Date;
}
