import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Department } from '#modules/house';
import type { Interaction } from '../domain/interaction.ts';

/** The table of interactions. */
@Entity('interaction')
export class InteractionEntity implements Interaction {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

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

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;
}
