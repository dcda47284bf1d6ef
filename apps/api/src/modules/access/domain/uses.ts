/**
 * What a caller learns about a field without reading it: each thing one can filter, sort or search by → the fields it speaks of.
 * Who may not read these may not ask by them. `Input.field`, `Enum.VALUE` or `Type.field(argument)`.
 */
export const uses: Readonly<Record<string, readonly string[]>> = {
  'CustomerFilter.text': ['Customer.displayName', 'Customer.emails', 'Customer.phones', 'Customer.companies'],
  'CustomerFilter.stages': ['Customer.stage'],
  'CustomerFilter.ownerNames': ['Customer.ownerName'],
  'CustomerFilter.companyId': ['Customer.companies'],
  'CustomerFilter.countries': ['CustomerProfile.country'],
  'CustomerFilter.languages': ['CustomerProfile.language'],
  'CustomerFilter.emailConsent': ['CustomerSummary.emailConsent'],
  'CustomerFilter.hasOpenTickets': ['CustomerSummary.openTickets'],
  'CustomerFilter.hasOpenDeals': ['CustomerSummary.openDeals'],
  'CustomerFilter.openDealValueAtLeast': ['CustomerSummary.openDealValue'],
  'CustomerFilter.lastInteractionBefore': ['CustomerSummary.lastInteractionAt'],
  'CustomerFilter.lastInteractionAfter': ['CustomerSummary.lastInteractionAt'],
  'CustomerFilter.tags': ['Customer.tags'],
  'CustomerSort.NAME_ASC': ['Customer.displayName'],
  'CustomerSort.NAME_DESC': ['Customer.displayName'],
  'CustomerSort.LAST_INTERACTION_DESC': ['CustomerSummary.lastInteractionAt'],
  'CustomerSort.LAST_INTERACTION_ASC': ['CustomerSummary.lastInteractionAt'],
  'CustomerSort.OPEN_DEAL_VALUE_DESC': ['CustomerSummary.openDealValue'],
  'CustomerSort.OPEN_TICKETS_DESC': ['CustomerSummary.openTickets'],
  'CustomerSort.CREATED_DESC': ['Customer.createdAt'],
  'Customer.timeline(departments)': ['TimelineEntry.department'],
  'Customer.timeline(kinds)': ['TimelineEntry.kind'],
  'Customer.deals(outcome)': ['Deal.outcome'],
  'Customer.tasks(includeDone)': ['Task.doneAt'],
  'Query.search(text)': ['Customer.displayName', 'Customer.emails', 'Customer.phones', 'Ticket.number'],
  'Query.savedViews(screen)': ['SavedView.screen'],
  'DoubtOrder.WORTH': ['Doubt.probability', 'CustomerSummary.openDeals', 'CustomerSummary.openTickets'],
  'DoubtOrder.NEWEST': ['Doubt.createdAt'],
  'Query.auditEntries(customerId)': ['AuditEntry.customer'],
};

/** Arguments that only say which page or which object: they ask by nothing else than an id or a place. */
export const plainArguments: ReadonlySet<string> = new Set([
  'id',
  'otherId',
  'first',
  'last',
  'after',
  'before',
]);
