import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContentVariant } from '../domain/content-item.ts';

/** The table of versions in each of their languages. */
@Entity('content_variant')
export class ContentVariantEntity implements ContentVariant {
  @PrimaryColumn('uuid', { name: 'item_id' })
  itemId: string;

  @PrimaryColumn('integer')
  version: number;

  @PrimaryColumn('text')
  language: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  body: string | null;

  @Column('text', { nullable: true })
  link: string | null;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;
}
