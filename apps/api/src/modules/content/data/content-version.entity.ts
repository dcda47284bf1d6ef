import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContentVersion } from '../domain/content-item.ts';

/** The table of versions. */
@Entity('content_version')
export class ContentVersionEntity implements ContentVersion {
  @PrimaryColumn('uuid', { name: 'item_id' })
  itemId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text')
  status: ContentVersion['status'];

  @Column('text', { array: true, default: () => "'{}'" })
  claims: string[];

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom: string | null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;

  @Column('uuid', { name: 'written_by', nullable: true })
  writtenBy: string | null;

  @Column('text', { name: 'written_by_name', nullable: true })
  writtenByName: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('text', { name: 'decided_by_name', nullable: true })
  decidedByName: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { nullable: true })
  remark: string | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
