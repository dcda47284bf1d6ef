import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of sessions. The token itself is nowhere: only its hash. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bytea', { name: 'token_hash', unique: true, select: false })
  tokenHash: Buffer;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** The person's epoch when it was opened: an older one is over. */
  @Column('integer')
  epoch: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' })
  lastSeenAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent: string | null;

  @Column('text', { nullable: true })
  address: string | null;
}

/** The one row that holds the hash of the code for the first run. */
@Entity('setup_code')
export class SetupCodeEntity {
  @PrimaryColumn('boolean', { name: 'only_one', default: true })
  onlyOne: boolean;

  @Column('bytea', { name: 'code_hash' })
  codeHash: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

/** Tries of something that can be guessed. */
@Entity('throttle')
export class ThrottleEntity {
  @PrimaryColumn('text')
  key: string;

  @Column('integer')
  hits: number;

  @Column('timestamptz')
  until: Date;
}
