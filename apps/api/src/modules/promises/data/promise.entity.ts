import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Department } from '#modules/house';
import { HungRow } from '#modules/sources';
import type { BusinessCalendar } from '../domain/business-calendar.ts';
import type { GivenPromise } from '../domain/promise.ts';
import type { PublishedPromise } from '../domain/published-promise.ts';
import type { PromiseKind } from '../domain/read-promise-signal.ts';

/** The table of promises made to a customer. */
@Entity('promise')
export class PromiseEntity extends HungRow implements GivenPromise {
  @Column('text')
  kind: PromiseKind;

  @Column('text')
  words: string;

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('text')
  department: Department;

  @Column('text', { nullable: true })
  audience: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('jsonb', { nullable: true })
  calendar: BusinessCalendar | null;

  @Column('text', { name: 'promiser_name', nullable: true })
  promiserName: string | null;

  @Column('uuid', { name: 'promiser_id', nullable: true })
  promiserId: string | null;

  @Column('text', { name: 'subject_type', nullable: true })
  subjectType: string | null;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;

  @Column('text', { nullable: true })
  evidence: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  @Column('timestamptz', { name: 'observed_at' })
  observedAt: Date;
}

/** The table of promises put up for everybody. */
@Entity('published_promise')
export class PublishedPromiseEntity implements PublishedPromise {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: PromiseKind;

  @Column('text')
  channel: string;

  @Column('double precision')
  minutes: number;

  @Column('text')
  words: string;

  @Column('text', { nullable: true })
  audience: string | null;

  @Column('jsonb', { nullable: true })
  calendar: BusinessCalendar | null;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;

  @Column('uuid', { name: 'published_by_id', nullable: true })
  publishedById: string | null;

  @Column('text', { name: 'published_by_name' })
  publishedByName: string;

  @Column('integer', { name: 'based_on' })
  basedOn: number;

  @Column('integer', { name: 'in_time' })
  inTime: number;

  @Column('double precision', { name: 'lower_bound', nullable: true })
  lowerBound: number | null;

  @Column('text', { name: 'override_reason', nullable: true })
  overrideReason: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('text')
  settings: string;
}
