import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What points at a record, normalised. */
@Entity('identifier')
export class IdentifierEntity {
  @PrimaryColumn('uuid', { name: 'source_record_id' })
  sourceRecordId: string;

  @PrimaryColumn('text')
  kind: string;

  @PrimaryColumn('text')
  value: string;

  @Column('text')
  raw: string;

  @Column('text', { nullable: true })
  shown: string | null;

  @Column('boolean')
  weak: boolean;
}
