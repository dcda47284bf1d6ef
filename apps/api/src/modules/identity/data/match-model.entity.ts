import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Models } from '../domain/engine/score-blocks.ts';

/** What runs over everybody learnt: the newest counts. */
@Entity('match_model')
export class MatchModelEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('smallint')
  normalisation: number;

  @Column('integer')
  records: number;

  @Column('jsonb')
  models: Models;

  /** By column, the share of a value that nobody else was seen with. */
  @Column('jsonb')
  rare: number[];
}
