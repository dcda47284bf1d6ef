import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Macro, Presence, Team, TicketLink } from '../domain/desk.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';

/** The table of what was done to tickets. */
@Entity('ticket_event')
export class TicketEventEntity implements TicketEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'ticket_id' })
  ticketId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  field: TicketEvent['field'];

  @Column('text', { nullable: true })
  before: string | null;

  @Column('text', { nullable: true })
  after: string | null;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { name: 'actor_name', nullable: true })
  actorName: string | null;

  @Column('uuid', { name: 'message_id', nullable: true })
  messageId: string | null;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;
}

/** The table of links between tickets. */
@Entity('ticket_link')
export class TicketLinkEntity implements TicketLink {
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId: string;

  @PrimaryColumn('uuid', { name: 'other_id' })
  otherId: string;

  @Column('text')
  kind: TicketLink['kind'];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

/** The table of who is at a ticket. */
@Entity('ticket_presence')
export class TicketPresenceEntity implements Presence {
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId: string;

  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;

  @Column('text', { name: 'user_name' })
  userName: string;

  @Column('text')
  doing: Presence['doing'];

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;
}

/** The table of teams. */
@Entity('team')
export class TeamEntity implements Team {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('uuid', { name: 'member_ids', array: true, default: () => "'{}'" })
  memberIds: string[];

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}

/** The table of macros. */
@Entity('macro')
export class MacroEntity implements Macro {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('jsonb', { default: () => "'{}'" })
  bodies: Macro['bodies'];

  @Column('jsonb', { default: () => "'{}'" })
  change: Macro['change'];

  @Column('integer', { default: 0 })
  uses: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}
