import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Chat, ChatLanguage, ChatState } from '../domain/chat.ts';

/** The table of conversations on our web site. */
@Entity('chat')
export class ChatEntity implements Chat {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'bigint', insert: false, update: false })
  number: number;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text')
  language: ChatLanguage;

  @Column('text', { name: 'visitor_name', nullable: true })
  visitorName: string | null;

  @Column('text', { name: 'visitor_email', nullable: true })
  visitorEmail: string | null;

  @Column('text', { nullable: true })
  page: string | null;

  @Column('text')
  state: ChatState;

  @Column('integer', { name: 'bot_turns' })
  botTurns: number;

  @Column('integer', { name: 'bot_answered' })
  botAnswered: number;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;

  @Column('timestamptz', { name: 'person_asked_at', nullable: true })
  personAskedAt: Date | null;

  @Column('boolean', { nullable: true })
  helped: boolean | null;

  @Column('uuid', { name: 'source_record_id', nullable: true })
  sourceRecordId: string | null;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;
}
