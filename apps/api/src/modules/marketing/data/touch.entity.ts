import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TouchKind } from '../domain/read-touch-signal.ts';
import type { Touch } from '../domain/touch.ts';

/** The table of touches. */
@Entity('touch')
export class TouchEntity implements Touch {
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

  @Column('uuid', { name: 'campaign_id', nullable: true })
  campaignId: string | null;

  @Column('text')
  kind: TouchKind;

  @Column('text')
  channel: string;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('integer', { nullable: true })
  attempts: number | null;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;
}
