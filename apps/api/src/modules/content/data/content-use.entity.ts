import { Column, Entity } from 'typeorm';
import { HungRow } from '#modules/sources';
import type { ContentUse, UseAct } from '../domain/content-item.ts';

/** The table of uses: what was given to whom. */
@Entity('content_use')
export class ContentUseEntity extends HungRow implements ContentUse {
  @Column('uuid', { name: 'item_id' })
  itemId: string;

  @Column('integer')
  version: number;

  @Column('text')
  language: string;

  @Column('text')
  act: UseAct;

  @Column('text')
  channel: string;

  @Column('text', { nullable: true })
  stage: string | null;

  @Column('text', { nullable: true })
  department: string | null;

  @Column('integer', { nullable: true })
  place: number | null;

  @Column('double precision', { nullable: true })
  propensity: number | null;

  @Column('text', { nullable: true })
  settings: string | null;

  @Column('text', { nullable: true })
  token: string | null;

  @Column('uuid', { name: 'user_id', nullable: true })
  userId: string | null;

  @Column('text', { name: 'user_name', nullable: true })
  userName: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;

  @Column('integer', { default: 0 })
  opens: number;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;
}
