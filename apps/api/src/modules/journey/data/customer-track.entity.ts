import { Entity, PrimaryColumn } from 'typeorm';
import type { CustomerTrack } from '../domain/stage.ts';
import { StandingColumns } from './standing.columns.ts';

/** The table of where customers stand on the other journeys: one row for each they are on. */
@Entity('customer_track')
export class CustomerTrackEntity extends StandingColumns implements CustomerTrack {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @PrimaryColumn('uuid', { name: 'map_id' })
  mapId: string;
}
