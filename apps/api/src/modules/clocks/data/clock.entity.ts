import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Clock, ClockKind, ClockState } from '../domain/clock.ts';

/** A clock of a ticket, by the policy that promised it. */
export interface TicketClock extends Clock {
  ticketId: string;
  policyId: string;
}

/** The table of clocks: a cached function of what happened to each ticket and of the policies. */
@Entity('clock')
export class ClockEntity implements TicketClock {
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId: string;

  @PrimaryColumn('text')
  kind: ClockKind;

  @PrimaryColumn('integer')
  turn: number;

  @Column('uuid', { name: 'policy_id' })
  policyId: string;

  @Column('text')
  state: ClockState;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('integer', { name: 'target_minutes' })
  targetMinutes: number;

  @Column('double precision', { name: 'used_seconds' })
  usedSeconds: number;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column('timestamptz', { name: 'promised_at', nullable: true })
  promisedAt: Date | null;

  @Column('timestamptz', { name: 'warn_at', nullable: true })
  warnAt: Date | null;

  @Column('timestamptz', { name: 'broken_at', nullable: true })
  brokenAt: Date | null;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt: Date | null;
}
