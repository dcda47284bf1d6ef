import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PortalPass } from '../domain/portal.ts';

/** The table of links and sessions by which customers enter. */
@Entity('portal_pass')
export class PortalPassEntity implements PortalPass {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: 'link' | 'session';

  @Column('text', { name: 'token_hash', unique: true })
  tokenHash: string;

  @Column('text')
  email: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;
}
