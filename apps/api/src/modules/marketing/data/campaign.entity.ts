import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Campaign } from '../domain/campaign.ts';

/** The table of campaigns. */
@Entity('campaign')
export class CampaignEntity implements Campaign {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('text')
  name: string;

  @Column('text')
  channel: string;

  @Column('text', { nullable: true })
  subject: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;
}
