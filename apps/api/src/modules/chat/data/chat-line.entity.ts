import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChatLine, ChatSource } from '../domain/chat.ts';

/** The table of what was said, as the visitor sees it. */
@Entity('chat_line')
export class ChatLineEntity implements ChatLine {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'chat_id' })
  chatId: string;

  @Column('integer')
  number: number;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  author: 'visitor' | 'bot' | 'person';

  @Column('text', { name: 'author_name', nullable: true })
  authorName: string | null;

  @Column('text')
  text: string;

  @Column('jsonb')
  sources: ChatSource[];

  @Column('uuid', { name: 'invitation_id', nullable: true })
  invitationId: string | null;

  @Column('text', { name: 'files_key', nullable: true })
  filesKey: string | null;
}
