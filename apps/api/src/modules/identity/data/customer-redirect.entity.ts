import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where the id of a merged customer leads. */
@Entity('customer_redirect')
export class CustomerRedirectEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'old_id' })
  oldId: string;

  @Column('uuid', { name: 'new_id' })
  newId: string;

  @Column('uuid', { name: 'decision_id' })
  decisionId: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo: Date | null;
}
