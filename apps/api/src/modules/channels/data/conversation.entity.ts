import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Conversation } from '../domain/conversation.ts';

/** The table of conversations on channels. */
@Entity('conversation')
export class ConversationEntity implements Conversation {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'bigint', insert: false, update: false })
  number: number;

  @Column('uuid', { name: 'channel_id' })
  channelId: string;

  @Column('text')
  peer: string;

  @Column('text', { name: 'to_address' })
  toAddress: string;

  @Column('text', { name: 'outside_key', nullable: true })
  outsideKey: string | null;

  @Column('text', { name: 'thread_key', unique: true })
  threadKey: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'last_in_at' })
  lastInAt: Date;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;

  @Column('uuid', { name: 'source_record_id', nullable: true })
  sourceRecordId: string | null;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;
}
