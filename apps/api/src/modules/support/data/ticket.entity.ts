import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TicketPriority, TicketStatus } from '../domain/read-ticket-signal.ts';
import type { EndingStep, Over, Ticket, TicketCause } from '../domain/ticket.ts';

/** The table of tickets. */
@Entity('ticket')
export class TicketEntity implements Ticket {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('text')
  number: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('uuid', { name: 'source_record_id', nullable: true })
  sourceRecordId: string | null;

  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;

  @Column('text')
  subject: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text')
  status: TicketStatus;

  @Column('text', { nullable: true })
  priority: TicketPriority | null;

  @Column('text', { nullable: true })
  type: string | null;

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('text', { name: 'assignee_name', nullable: true })
  assigneeName: string | null;

  @Column('text', { name: 'team_name', nullable: true })
  teamName: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  tags: string[];

  @Column('text', { nullable: true })
  satisfaction: string | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'solved_at', nullable: true })
  solvedAt: Date | null;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;

  @Column('jsonb', { default: () => "'{}'" })
  over: Over;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId: string | null;

  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;

  @Column('text', { nullable: true })
  cause: TicketCause | null;

  @Column('uuid', { array: true, default: () => "'{}'" })
  followers: string[];

  @Column('text', { array: true, default: () => "'{}'" })
  ending: EndingStep[];

  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  @Column('jsonb', { default: () => "'{}'" })
  fields: Ticket['fields'];

  @Column('jsonb', { name: 'field_words', default: () => "'{}'" })
  fieldWords: Ticket['fieldWords'];
}
