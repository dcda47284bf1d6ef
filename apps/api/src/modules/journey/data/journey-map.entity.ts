import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JourneyMap } from '../domain/journey-map.ts';
import type { MapVersion } from '../domain/map-version.ts';

/** The table of journeys; what each is stands in its versions. */
@Entity('journey_map')
export class JourneyMapEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;
}

/** The table of versions of journeys: at most one draft each, the others published for good. */
@Entity('journey_version')
export class JourneyVersionEntity implements MapVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'map_id' })
  mapId: string;

  @Column('integer')
  number: number;

  @Column('jsonb')
  document: JourneyMap;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;

  @Column('text', { name: 'saved_by' })
  savedBy: string;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
}
