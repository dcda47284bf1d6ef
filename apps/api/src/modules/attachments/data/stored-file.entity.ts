import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of bytes, each content once. */
@Entity('stored_file')
export class StoredFileEntity {
  @PrimaryColumn('text')
  sha256: string;

  @Column('integer')
  bytes: number;

  @Column('timestamptz', { name: 'stored_at' })
  storedAt: Date;

  @Column('bytea', { select: false })
  data: Buffer;
}
