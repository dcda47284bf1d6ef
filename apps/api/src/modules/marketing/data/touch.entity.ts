import { Column, Entity } from 'typeorm';
import { HungRow } from '#modules/sources';
import type { TouchKind } from '../domain/read-touch-signal.ts';
import type { Touch } from '../domain/touch.ts';

/** The table of touches. */
@Entity('touch')
export class TouchEntity extends HungRow implements Touch {
  @Column('uuid', { name: 'campaign_id', nullable: true })
  campaignId: string | null;

  @Column('text')
  kind: TouchKind;

  @Column('text')
  channel: string;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('integer', { nullable: true })
  attempts: number | null;

  @Column('timestamptz')
  at: Date;
}
