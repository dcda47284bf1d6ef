import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A source record in its normal form, as the last run over everybody or the last look at it left it. */
@Entity('match_record')
export class MatchRecordEntity {
  @PrimaryColumn('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  /** How keys name it. */
  @Column('integer')
  number: number;

  @Column('text')
  source: string;

  /** 0 person, 1 organisation. */
  @Column('smallint')
  kind: number;

  @Column('smallint')
  suffix: number;

  /** Values by column of the engine. */
  @Column('json')
  values: string[][];

  /** The smallest number of those that the last run found to be one with it; none while no run has seen it as it is. */
  @Column('integer', { nullable: true })
  entity: number | null;

  /** Version of the rules of normalisation. */
  @Column('smallint')
  normalisation: number;
}
