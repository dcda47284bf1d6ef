import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UsualLine } from '../domain/usual.ts';

/** The table of what is usual, by week. */
@Entity('experience_usual')
export class UsualEntity implements UsualLine {
  @PrimaryColumn('text')
  measure: UsualLine['measure'];

  @PrimaryColumn('text')
  touchpoint: string;

  @PrimaryColumn('text')
  channel: string;

  @PrimaryColumn('integer')
  week: number;

  @Column('integer')
  n: number;

  @Column('double precision')
  mean: number;

  @Column('double precision')
  sd: number;
}
