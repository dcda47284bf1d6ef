import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelEvent, EventOutcome } from '../domain/channel-event.ts';

/** The table of what providers told. */
@Entity('channel_event')
export class ChannelEventEntity implements ChannelEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'channel_id' })
  channelId: string;

  @Column('text', { name: 'event_key' })
  eventKey: string;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('text')
  raw: string;

  @Column('text')
  outcome: EventOutcome;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { name: 'thread_key', nullable: true })
  threadKey: string | null;

  @Column('uuid', { name: 'letter_id', nullable: true })
  letterId: string | null;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;

  @Column('uuid', { name: 'source_record_id', nullable: true })
  sourceRecordId: string | null;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;
}
