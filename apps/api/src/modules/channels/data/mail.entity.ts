import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ArrivedMail, MailOutcome } from '../domain/arrived-mail.ts';

/** The table of mails that arrived. */
@Entity('mail')
export class MailEntity implements ArrivedMail {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'bigint', insert: false, update: false })
  number: number;

  @Column('text')
  mailbox: string;

  @Column('text', { name: 'message_id' })
  messageId: string;

  @Column('text', { name: 'from_address' })
  fromAddress: string;

  @Column('text')
  subject: string;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('integer', { name: 'size_bytes' })
  sizeBytes: number;

  @Column('bytea', { nullable: true })
  raw: Buffer | null;

  @Column('text')
  outcome: MailOutcome;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'thread_source_id', nullable: true })
  threadSourceId: string | null;

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
