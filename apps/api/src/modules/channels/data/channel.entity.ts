import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel, ChannelProvider } from '../domain/channel.ts';

/** The table of channels. */
@Entity('channel')
export class ChannelEntity implements Channel {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  provider: ChannelProvider;

  @Column('text')
  name: string;

  @Column('text')
  address: string;

  @Column('jsonb', { default: () => "'{}'" })
  settings: Record<string, string>;

  @Column('jsonb', { default: () => "'{}'" })
  secrets: Record<string, string>;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  @Column('timestamptz', { name: 'last_event_at', nullable: true })
  lastEventAt: Date | null;

  @Column('integer', { default: 0 })
  refusals: number;

  @Column('timestamptz', { name: 'last_refused_at', nullable: true })
  lastRefusedAt: Date | null;

  @Column('text', { name: 'last_refusal', nullable: true })
  lastRefusal: string | null;
}
