import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of keys with which sources write signals. */
@Entity('intake_key')
export class IntakeKeyEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The part of the key that is shown again. */
  @Column('text', { name: 'key_id', unique: true })
  keyId: string;

  @Column('bytea', { name: 'secret_hash', select: false })
  secretHash: Buffer;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('text')
  name: string;

  /** CIDR blocks it may come from; empty means anywhere. */
  @Column('text', { name: 'allowed_networks', array: true, default: () => "'{}'" })
  allowedNetworks: string[];

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
