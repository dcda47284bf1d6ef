import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A value that more than a household has, by its hash: how often it was met. */
@Entity('match_value')
export class MatchValueEntity {
  /** Column of the engine. */
  @PrimaryColumn('smallint', { name: 'of_column' })
  ofColumn: number;

  @PrimaryColumn('bigint')
  mark: number;

  @Column('integer')
  records: number;

  @Column('real')
  share: number;

  @Column('boolean')
  common: boolean;
}
