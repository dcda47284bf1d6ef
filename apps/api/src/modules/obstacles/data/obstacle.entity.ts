import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ObstacleWord } from '../domain/find-obstacles.ts';
import type { Obstacle, ObstacleState } from '../domain/obstacle.ts';

/** The table of events that logs tell of cases. */
@Entity('case_event')
export class CaseEventEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('text', { name: 'case_key' })
  caseKey: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('uuid', { name: 'source_record_id', nullable: true })
  sourceRecordId: string | null;

  @Column('text')
  activity: string;

  @Column('text')
  form: 'state' | 'message';

  @Column('text')
  actor: 'customer' | 'agent' | 'system';

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('text', { nullable: true })
  owner: string | null;

  @Column('boolean')
  solves: boolean;

  @Column('integer', { nullable: true })
  place: number | null;

  @Column('jsonb', { default: () => "'{}'" })
  attributes: Record<string, string>;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;
}

/** The table of how hard each case was. */
@Entity('case_friction')
export class CaseFrictionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'case_key' })
  caseKey: string;

  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId: string | null;

  /** Whose it is: where this record belongs now. */
  @Column('uuid', { name: 'record_id', nullable: true })
  recordId: string | null;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;

  @Column('boolean', { name: 'is_solved' })
  isSolved: boolean;

  @Column('integer')
  events: number;

  @Column('double precision')
  ease: number;

  @Column('jsonb', { default: () => "'{}'" })
  counts: Record<string, number>;

  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;

  @Column('text')
  settings: string;
}

/** The table of obstacles. */
@Entity('obstacle')
export class ObstacleEntity implements Obstacle {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: ObstacleWord;

  @Column('text', { name: 'step_from' })
  stepFrom: string;

  @Column('text', { name: 'step_to' })
  stepTo: string;

  @Column('text')
  state: ObstacleState;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column('text', { name: 'owner_name', nullable: true })
  ownerName: string | null;

  @Column('text', { name: 'decided_by_name', nullable: true })
  decidedByName: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'mended_at', nullable: true })
  mendedAt: Date | null;

  @Column('text', { name: 'mended_how', nullable: true })
  mendedHow: string | null;

  @Column('timestamptz', { name: 'found_at' })
  foundAt: Date;
}

/** The table of where each obstacle was met. */
@Entity('obstacle_sighting')
export class ObstacleSightingEntity {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;

  @PrimaryColumn('integer')
  place: number;

  @Column('uuid', { name: 'obstacle_id' })
  obstacleId: string;

  @Column('timestamptz')
  at: Date;

  @Column('double precision', { name: 'excess_minutes', nullable: true })
  excessMinutes: number | null;

  @Column('text', { array: true, default: () => "'{}'" })
  evidence: string[];
}
