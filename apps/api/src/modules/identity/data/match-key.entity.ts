import { Entity, PrimaryColumn } from 'typeorm';

/** A key by which a record is found when another one is told that may be the same person. */
@Entity('match_key')
export class MatchKeyEntity {
  @PrimaryColumn('bigint')
  key: number;

  @PrimaryColumn('integer')
  number: number;
}
