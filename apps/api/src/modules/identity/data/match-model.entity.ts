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

  /** Whether it is compared with; a run that looks wrong is held. */
  @Column('boolean')
  active: boolean;

  /** Why it is held. */
  @Column('text', { name: 'held_because', nullable: true })
  heldBecause: string | null;

  /** When a person refused what a held run proposes. */
  @Column('timestamptz', { name: 'refused_at', nullable: true })
  refusedAt: Date | null;

  /** Who that was, by name. */
  @Column('text', { name: 'refused_by', nullable: true })
  refusedBy: string | null;

  /** When a person asked for what a held run proposes to be published; never of a run that is refused. */
  @Column('timestamptz', { name: 'publish_asked_at', nullable: true })
  publishAskedAt: Date | null;

  /** Who that was, by name. */
  @Column('text', { name: 'publish_asked_by', nullable: true })
  publishAskedBy: string | null;

  /** What the run was set to, and what it came to. */
  @Column('jsonb')
  settings: object;

  @Column('jsonb')
  report: object;

  @Column('jsonb')
  models: Models;

  /** By column, the share of a value that nobody else was seen with. */
  @Column('jsonb')
  rare: number[];
}
