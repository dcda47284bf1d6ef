import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two records that may be one person, for somebody to settle. */
@Entity('doubt')
export class DoubtEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('uuid', { name: 'candidate_record_id' })
  candidateRecordId: string;

  @Column('jsonb')
  reasons: object;

  @Column('real', { nullable: true })
  probability: number | null;

  @Column('text')
  status: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('uuid', { name: 'decision_id', nullable: true })
  decisionId: string | null;
}
