import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BuyerAhead } from '../domain/buyer-ahead.ts';

/** The table of buyers and what is expected of each: a cached function of their orders, the fit in use and the day. */
@Entity('repeat_buyer')
export class RepeatBuyerEntity implements BuyerAhead {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('text')
  currency: string;

  @Column('uuid', { name: 'fit_id' })
  fitId: string;

  /** The day it was reckoned for, in whole days since 1970. */
  @Column('integer')
  day: number;

  @Column('integer')
  purchases: number;

  @Column('integer', { name: 'first_day' })
  firstDay: number;

  @Column('integer', { name: 'last_day' })
  lastDay: number;

  @Column('double precision', { nullable: true })
  alive: number | null;

  @Column('double precision', { nullable: true })
  expected90: number | null;

  @Column('double precision', { nullable: true })
  expected365: number | null;

  @Column('integer', { nullable: true })
  low365: number | null;

  @Column('integer', { nullable: true })
  high365: number | null;

  @Column('double precision', { nullable: true })
  again365: number | null;

  @Column('double precision', { nullable: true })
  basket: number | null;

  @Column('double precision', { nullable: true })
  value365: number | null;
}
