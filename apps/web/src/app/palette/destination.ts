import type { Hit } from './search.ts';

/** Where a hit leads. */
export type Destination =
  | { to: '/inbox'; search: { ticket: string; view: 'all' } }
  | { to: '/customers/$customerId'; params: { customerId: string } }
  | { to: '/customers'; search: { company: string } };

/**
 * Where a hit leads: a ticket to itself for whoever works on tickets, and to its customer for everybody else; nowhere
 * when it is nobody's.
 */
export function destinationOf(
  { ticketId, customerId, companyId }: Pick<Hit, 'ticketId' | 'customerId' | 'companyId'>,
  worksOnTickets: boolean,
): Destination | null {
  if (ticketId && worksOnTickets) return { to: '/inbox', search: { ticket: ticketId, view: 'all' } };
  if (customerId) return { to: '/customers/$customerId', params: { customerId } };
  return companyId ? { to: '/customers', search: { company: companyId } } : null;
}
