/** The support feature: tickets of a customer and what was said in them. */
export { TicketsCard, TicketsFragment } from './tickets-card.tsx';
export { TodayTickets, TodayTicketsFragment } from './today-tickets.tsx';
