import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two records that somebody has said are two people. */
@Entity('cannot_link')
export class CannotLinkEntity {
  @PrimaryColumn('uuid', { name: 'record_a' })
  recordA: string;

  @PrimaryColumn('uuid', { name: 'record_b' })
  recordB: string;

  @Column('uuid', { name: 'decision_id' })
  decisionId: string;
}
