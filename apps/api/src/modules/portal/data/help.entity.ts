import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of what readers say of articles. */
@Entity('help_feedback')
export class HelpFeedbackEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'item_id' })
  itemId: string;

  @Column('text')
  language: string;

  @Column('boolean', { name: 'is_helpful' })
  isHelpful: boolean;

  @Column('text', { nullable: true })
  comment: string | null;

  @Column('timestamptz')
  at: Date;
}

/** The table of what readers look for. */
@Entity('help_search')
export class HelpSearchEntity {
  @PrimaryColumn('text')
  words: string;

  @PrimaryColumn('text')
  language: string;

  @Column('integer', { default: 1 })
  times: number;

  @Column('integer')
  found: number;

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Date;
}
