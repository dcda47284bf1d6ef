import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContentFile } from '../domain/content-item.ts';

/** The table of files. They are kept in the database: one backup holds all, and no path leads anywhere. */
@Entity('content_file')
export class ContentFileEntity implements ContentFile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('integer')
  bytes: number;

  @Column('text')
  sha256: string;

  @Column('bytea', { select: false })
  data: Buffer;

  @Column('uuid', { name: 'added_by', nullable: true })
  addedBy: string | null;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}
