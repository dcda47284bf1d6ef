import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Every decision about who is who; append-only. */
@Entity('decision')
export class DecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: string;

  @Column('timestamptz')
  at: Date;

  @Column('text', { name: 'actor_kind' })
  actorKind: string;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { name: 'actor_name' })
  actorName: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'record_ids', array: true })
  recordIds: string[];

  @Column('uuid', { name: 'customer_ids', array: true })
  customerIds: string[];

  @Column('json')
  evidence: object;
}
