import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Department } from '#modules/house';
import type { SavedView, Sharing } from '../domain/saved-view.ts';

/** The table of saved views. */
@Entity('saved_view')
export class SavedViewEntity implements SavedView {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  @Column('text', { name: 'owner_name' })
  ownerName: string;

  @Column('text')
  screen: string;

  @Column('text')
  name: string;

  @Column('text')
  search: string;

  @Column('text', { name: 'shared_with', default: 'nobody' })
  sharedWith: Sharing;

  @Column('text', { nullable: true })
  department: Department | null;

  @Column('integer', { default: 0 })
  place: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}
