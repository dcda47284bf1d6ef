import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContentItem, ContentKind, ContentPurpose, ContentStatus } from '../domain/content-item.ts';

/** The table of the library: one row a piece of content. */
@Entity('content_item')
export class ContentItemEntity implements ContentItem {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id', nullable: true })
  sourceId: string | null;

  @Column('text', { name: 'source_key', nullable: true })
  sourceKey: string | null;

  @Column('text')
  kind: ContentKind;

  @Column('text')
  purpose: ContentPurpose;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column('text', { name: 'owner_name', nullable: true })
  ownerName: string | null;

  @Column('text', { nullable: true })
  product: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  tags: string[];

  @Column('text')
  status: ContentStatus;

  @Column('integer', { default: 1 })
  version: number;

  @Column('integer', { name: 'published_version', nullable: true })
  publishedVersion: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'touched_at' })
  touchedAt: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;
}
