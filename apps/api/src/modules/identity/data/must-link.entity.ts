import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two records that somebody has said are one person. */
@Entity('must_link')
export class MustLinkEntity {
  @PrimaryColumn('uuid', { name: 'record_a' })
  recordA: string;

  @PrimaryColumn('uuid', { name: 'record_b' })
  recordB: string;

  @Column('uuid', { name: 'decision_id', nullable: true })
  decisionId: string | null;
}
