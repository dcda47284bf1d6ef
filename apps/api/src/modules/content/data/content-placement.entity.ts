import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Department } from '#modules/house';
import type { Placement } from '../domain/content-item.ts';

/** The table of placements. */
@Entity('content_placement')
export class ContentPlacementEntity implements Placement {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'item_id' })
  itemId: string;

  @Column('text')
  stage: string;

  @Column('text')
  department: Department;

  @Column('text', { default: 'any' })
  channel: string;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('integer', { default: 2 })
  priority: number;

  @Column('text', { name: 'with_tags', array: true, default: () => "'{}'" })
  withTags: string[];

  @Column('text', { name: 'in_countries', array: true, default: () => "'{}'" })
  inCountries: string[];

  @Column('boolean', { name: 'with_open_ticket', nullable: true })
  withOpenTicket: boolean | null;

  @Column('boolean', { name: 'with_open_deal', nullable: true })
  withOpenDeal: boolean | null;

  @Column('uuid', { name: 'placed_by', nullable: true })
  placedBy: string | null;

  @Column('text', { name: 'placed_by_name', nullable: true })
  placedByName: string | null;

  @Column('timestamptz', { name: 'placed_at' })
  placedAt: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}
