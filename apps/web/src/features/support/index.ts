/** The support feature: the desk at which tickets are worked on, and the tickets of a customer. */
export { BulkBar } from './desk/bulk-bar.tsx';
export { ClockBadge, useNow } from './desk/clock-badge.tsx';
export { deskQuery, inboxQuery, ticketQuery } from './desk/desk.documents.ts';
export { inboxVariables, isNarrowed, viewPart } from './desk/inbox-asked.ts';
export { InboxFilters } from './desk/inbox-filters.tsx';
export { InboxList } from './desk/inbox-list.tsx';
export { type InboxOrder, type InboxSearch, inboxOrders, readInboxSearch } from './desk/inbox-search.ts';
export { InboxViews } from './desk/inbox-views.tsx';
export { MacrosSection } from './desk/macros-section.tsx';
export { NewTicket } from './desk/new-ticket.tsx';
export { ServiceLevels } from './desk/service-levels.tsx';
export { useBulk } from './desk/use-bulk.ts';
export { Workspace } from './desk/workspace.tsx';
export { FieldFilter } from './fields/field-filter.tsx';
export { FieldsSection } from './fields/fields-section.tsx';
export { TicketFieldsCard } from './fields/ticket-fields-card.tsx';
export { TicketsCard, TicketsFragment } from './tickets-card.tsx';
export { TodayTickets, TodayTicketsFragment } from './today-tickets.tsx';
