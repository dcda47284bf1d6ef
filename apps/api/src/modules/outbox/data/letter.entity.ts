import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Letter, LetterState } from '../domain/letter.ts';

/** The table of letters. */
@Entity('letter')
export class LetterEntity implements Letter {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  channel: string;

  @Column('text')
  purpose: string;

  @Column('text', { name: 'subject_type' })
  subjectType: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('uuid', { name: 'source_record_id', nullable: true })
  sourceRecordId: string | null;

  @Column('text', { name: 'to_address' })
  toAddress: string;

  @Column('text', { name: 'to_name', nullable: true })
  toName: string | null;

  @Column('text')
  subject: string;

  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  html: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { name: 'thread_key' })
  threadKey: string;

  @Column('text', { name: 'answers_external_id', nullable: true })
  answersExternalId: string | null;

  @Column('text', { name: 'unsubscribe_url', nullable: true })
  unsubscribeUrl: string | null;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('text', { name: 'author_name', nullable: true })
  authorName: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('text')
  state: LetterState;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('integer')
  attempts: number;

  @Column('timestamptz', { name: 'leased_until', nullable: true })
  leasedUntil: Date | null;

  @Column('text', { nullable: true })
  trouble: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;
}
