/** What lists show and sort by: one row a customer, kept in the transaction that changes anything of it. */
export interface CustomerSummary {
  customerId: string;
  companyId: string | null;
  companyName: string | null;
  stage: string | null;
  openDeals: number;
  openDealValue: number;
  wonValue: number;
  currency: string | null;
  orders: number;
  openTickets: number;
  tickets: number;
  emailConsent: string | null;
  lastInteractionAt: Date | null;
  lastInteractionKind: string | null;
  lastDepartment: string | null;
  experienced: number | null;
  remembered: number | null;
  memoryStrength: number | null;
  lastOutcome: string | null;
  isFading: boolean;
}
