/** In which order a list of customers stands. */
export type CustomerSort =
  | 'NAME_ASC'
  | 'NAME_DESC'
  | 'LAST_INTERACTION_DESC'
  | 'LAST_INTERACTION_ASC'
  | 'OPEN_DEAL_VALUE_DESC'
  | 'OPEN_TICKETS_DESC'
  | 'CREATED_DESC'
  | 'MEMORY_ASC'
  | 'REMEMBERED_ASC'
  | 'EXPERIENCED_ASC';

/** Which customers are wanted; what is not said does not matter. */
export interface CustomerFilter {
  text?: string | null;
  stages?: string[] | null;
  ownerNames?: string[] | null;
  companyId?: string | null;
  countries?: string[] | null;
  languages?: string[] | null;
  emailConsent?: string[] | null;
  hasOpenTickets?: boolean | null;
  hasOpenDeals?: boolean | null;
  openDealValueAtLeast?: number | null;
  stageSinceBefore?: Date | null;
  stageSinceAfter?: Date | null;
  lastInteractionBefore?: Date | null;
  lastInteractionAfter?: Date | null;
  tags?: string[] | null;
  isFading?: boolean | null;
  lastOutcomes?: string[] | null;
  rememberedAtMost?: number | null;
}
