import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of secrets under which sources sign their webhooks. */
@Entity('signing_secret')
export class SigningSecretEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  /** The part of the secret that is shown again. */
  @Column('text')
  beginning: string;

  /** The secret, closed by the vault: it must be used again, so a hash would not do. */
  @Column('text', { select: false })
  sealed: string;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
