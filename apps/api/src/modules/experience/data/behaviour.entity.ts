import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptBehaviour } from '../domain/behaviour.ts';

/** The table of what a model of buying says of customers' behaviour; without a row their own rhythm speaks. */
@Entity('customer_behaviour')
export class CustomerBehaviourEntity implements KeptBehaviour {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('double precision')
  value: number;

  @Column('integer')
  day: number;

  @Column('text')
  settings: string;
}
