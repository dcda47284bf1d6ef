import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrderLine } from '../domain/order.ts';

/** The table of the lines of orders. */
@Entity('order_line')
export class OrderLineEntity implements OrderLine {
  @PrimaryColumn('uuid', { name: 'order_id' })
  orderId: string;

  @PrimaryColumn('text', { name: 'line_key' })
  lineKey: string;

  @Column('uuid', { name: 'product_id', nullable: true })
  productId: string | null;

  @Column('numeric')
  quantity: number;

  @Column('numeric', { name: 'unit_price' })
  unitPrice: number;

  @Column('numeric', { name: 'returned_quantity', default: 0 })
  returnedQuantity: number;
}
