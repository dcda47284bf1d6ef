import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table that says how far each mailbox has been read. */
@Entity('mailbox_place')
export class MailboxPlaceEntity {
  @PrimaryColumn('text')
  mailbox: string;

  @Column('bigint', { name: 'uid_validity' })
  uidValidity: number;

  @Column('bigint', { name: 'last_uid' })
  lastUid: number;

  @Column('timestamptz', { name: 'read_at' })
  readAt: Date;
}
