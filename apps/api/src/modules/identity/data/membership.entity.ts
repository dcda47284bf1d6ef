import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose a record is and was, since when and why. */
@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo: Date | null;

  @Column('text')
  cause: string;

  @Column('uuid', { name: 'decision_id', nullable: true })
  decisionId: string | null;
}
