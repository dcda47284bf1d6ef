import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Message, TicketBefore } from '../domain/message.ts';
import type { AuthorKind } from '../domain/read-message-signal.ts';

/** The table of messages. */
@Entity('message')
export class MessageEntity implements Message {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('uuid', { name: 'ticket_id' })
  ticketId: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('uuid', { name: 'source_record_id', nullable: true })
  sourceRecordId: string | null;

  @Column('text', { name: 'author_kind' })
  authorKind: AuthorKind;

  @Column('text', { name: 'author_name', nullable: true })
  authorName: string | null;

  @Column('boolean', { name: 'is_public' })
  isPublic: boolean;

  @Column('text')
  body: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('uuid', { name: 'placed_in_id', nullable: true })
  placedInId: string | null;

  @Column('jsonb', { name: 'ticket_before', nullable: true })
  ticketBefore: TicketBefore | null;
}
