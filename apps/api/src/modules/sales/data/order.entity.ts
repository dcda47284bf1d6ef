import { Column, Entity } from 'typeorm';
import { HungRow } from '#modules/sources';
import type { Order } from '../domain/order.ts';
import type { OrderStatus } from '../domain/read-order-signal.ts';

/** The table of orders (`order` is a word of SQL). */
@Entity('sales_order')
export class OrderEntity extends HungRow implements Order {
  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;

  @Column('text', { nullable: true })
  number: string | null;

  @Column('text')
  status: OrderStatus;

  @Column('numeric', { default: 0 })
  total: number;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('timestamptz', { name: 'ordered_at' })
  orderedAt: Date;

  @Column('timestamptz', { name: 'returned_at', nullable: true })
  returnedAt: Date | null;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;
}
