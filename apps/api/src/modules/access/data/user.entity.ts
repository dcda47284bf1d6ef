import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Department } from '#modules/house';
import type { Role } from '../domain/roles.ts';
import type { User } from '../domain/user.ts';

/** The table of people who use Ancora. */
@Entity('app_user')
export class UserEntity implements User {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text')
  role: Role;

  @Column('text', { nullable: true })
  department: Department | null;

  @Column('text', { name: 'password_hash', nullable: true, select: false })
  passwordHash: string | null;

  @Column('text', { default: 'en' })
  language: string;

  @Column('boolean', { name: 'is_demo', default: false })
  isDemo: boolean;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  /** Counts upwards when every session of the person must end. */
  @Column('integer', { name: 'session_epoch', default: 0 })
  sessionEpoch: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
