import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Attachment } from '../domain/attachment.ts';
import type { FileKind } from '../domain/sniff.ts';

/** The table of attachments. */
@Entity('attachment')
export class AttachmentEntity implements Attachment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  sha256: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'said_type', nullable: true })
  saidType: string | null;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('text')
  kind: FileKind;

  @Column('boolean', { name: 'is_lying' })
  isLying: boolean;

  @Column('integer')
  bytes: number;

  @Column('integer', { nullable: true })
  width: number | null;

  @Column('integer', { nullable: true })
  height: number | null;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;

  @Column('uuid', { name: 'added_by', nullable: true })
  addedBy: string | null;

  @Column('uuid', { name: 'source_id', nullable: true })
  sourceId: string | null;

  @Column('text', { name: 'message_key', nullable: true })
  messageKey: string | null;

  @Column('integer', { default: 0 })
  place: number;

  @Column('uuid', { name: 'source_record_id', nullable: true })
  sourceRecordId: string | null;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;
}
