import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Source } from '../domain/source.ts';

/** The table of sources. */
@Entity('source')
export class SourceEntity implements Source {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  key: string;

  @Column('text')
  name: string;

  @Column('text')
  system: string;

  @Column('text', { name: 'phone_country', nullable: true })
  phoneCountry: string | null;

  @Column('text', { name: 'time_zone', default: 'UTC' })
  timeZone: string;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
