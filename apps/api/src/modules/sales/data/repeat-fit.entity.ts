import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StreamFit } from '../domain/fit-stream.ts';

/** The table of fits of repeat buying, one row a fit: none is ever changed. The last one of a currency is the one in use. */
@Entity('repeat_fit')
export class RepeatFitEntity implements StreamFit {
  @PrimaryColumn('uuid')
  id: string;

  /** Empty where orders name none. */
  @Column('text')
  currency: string;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'fitted_at' })
  fittedAt: Date;

  /** The day up to which was looked, in whole days since 1970. */
  @Column('integer')
  day: number;

  /** Days of purchase that it saw. */
  @Column('integer')
  orders: number;

  @Column('integer', { name: 'held_out_days' })
  heldOutDays: number;

  @Column('boolean')
  passed: boolean;

  @Column('text', { array: true })
  reasons: StreamFit['reasons'];

  @Column('jsonb', { nullable: true })
  parameters: StreamFit['parameters'];

  @Column('jsonb')
  gate: StreamFit['gate'];

  @Column('jsonb')
  calibration: StreamFit['calibration'];

  @Column('jsonb')
  again: StreamFit['again'];

  @Column('jsonb')
  baskets: StreamFit['baskets'];

  @Column('double precision', { nullable: true })
  upper: number | null;

  @Column('text')
  settings: string;
}
