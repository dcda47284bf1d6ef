import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The table of what imports owe: customers of whom something was recorded whose stage, experience and summary do not say so yet. */
@Entity('owed')
export class OwedEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('uuid', { name: 'customer_ids', array: true })
  customerIds: string[];

  /** The kinds of signals that told of them. */
  @Column('text', { array: true })
  kinds: string[];

  /** Whether they may stand elsewhere on the journey now. */
  @Column('boolean', { name: 'stands_anew' })
  standsAnew: boolean;
}
