import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table that lists read. One row a customer. */
@Entity('customer_summary')
export class CustomerSummaryEntity {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text', { name: 'sort_name' })
  sortName: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;

  @Column('text', { name: 'company_name', nullable: true })
  companyName: string | null;

  @Column('text', { nullable: true })
  country: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { name: 'owner_name', nullable: true })
  ownerName: string | null;

  @Column('text', { array: true })
  tags: string[];

  @Column('text', { nullable: true })
  stage: string | null;

  @Column('timestamptz', { name: 'stage_since', nullable: true })
  stageSince: Date | null;

  @Column('integer', { name: 'open_deals' })
  openDeals: number;

  @Column('numeric', { name: 'open_deal_value', precision: 14, scale: 2 })
  openDealValue: number;

  @Column('numeric', { name: 'won_value', precision: 14, scale: 2 })
  wonValue: number;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('integer')
  orders: number;

  @Column('integer', { name: 'open_tickets' })
  openTickets: number;

  @Column('integer')
  tickets: number;

  @Column('text', { name: 'email_consent', nullable: true })
  emailConsent: string | null;

  @Column('timestamptz', { name: 'last_interaction_at', nullable: true })
  lastInteractionAt: Date | null;

  @Column('text', { name: 'last_interaction_kind', nullable: true })
  lastInteractionKind: string | null;

  @Column('text', { name: 'last_department', nullable: true })
  lastDepartment: string | null;

  @Column('double precision', { nullable: true })
  experienced: number | null;

  @Column('double precision', { name: 'memory_mean', nullable: true })
  memoryMean: number | null;

  @Column('timestamptz', { name: 'half_remembered_until', nullable: true })
  halfRememberedUntil: Date | null;

  @Column('text', { name: 'last_outcome', nullable: true })
  lastOutcome: string | null;

  @Column('integer', { name: 'fade_streak', default: 0 })
  fadeStreak: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
