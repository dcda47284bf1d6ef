import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelWish } from '../domain/preferred-channel.ts';

/** The table of what customers told us about channels. */
@Entity('channel_wish')
export class ChannelWishEntity implements ChannelWish {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('text', { name: 'said_by', nullable: true })
  saidBy: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;
}
