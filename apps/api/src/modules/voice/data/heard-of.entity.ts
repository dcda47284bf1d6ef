import { Column, Entity } from 'typeorm';
import { HungRow } from '#modules/sources';
import type { HeardOf, HeardVia, HeardWay } from '../domain/heard-of.ts';

/** The table of how customers heard of us. */
@Entity('heard_of')
export class HeardOfEntity extends HungRow implements HeardOf {
  @Column('text')
  way: HeardWay;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text')
  via: HeardVia;

  @Column('timestamptz')
  at: Date;
}
