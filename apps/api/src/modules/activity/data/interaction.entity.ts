import { Column, Entity } from 'typeorm';
import type { Department } from '#modules/house';
import { HungRow } from '#modules/sources';
import type { Interaction } from '../domain/interaction.ts';
import type { SpokenMoment } from '../domain/read-interaction-signal.ts';

/** The table of interactions. */
@Entity('interaction')
export class InteractionEntity extends HungRow implements Interaction {
  @Column('text')
  channel: string;

  @Column('text', { nullable: true })
  direction: 'inbound' | 'outbound' | null;

  @Column('text')
  department: Department;

  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text', { nullable: true })
  body: string | null;

  @Column('integer', { name: 'duration_seconds', nullable: true })
  durationSeconds: number | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('text', { name: 'agent_name', nullable: true })
  agentName: string | null;

  @Column('jsonb', { nullable: true })
  moments: SpokenMoment[] | null;

  @Column('timestamptz')
  at: Date;
}
