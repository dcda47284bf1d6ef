import { Entity, PrimaryColumn } from 'typeorm';
import type { CustomerStage } from '../domain/stage.ts';
import { StandingColumns } from './standing.columns.ts';

/** The table of where customers stand on the main journey: one row each, folded from facts and overrides and nothing else. */
@Entity('customer_stage')
export class CustomerStageEntity extends StandingColumns implements CustomerStage {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;
}
