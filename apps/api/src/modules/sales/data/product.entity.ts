import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Product } from '../domain/product.ts';

/** The table of products. */
@Entity('product')
export class ProductEntity implements Product {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  sku: string | null;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;

  @Column('uuid', { name: 'signal_id', nullable: true })
  signalId: string | null;
}
