import { describe, expect, it } from 'vitest';
import { destinationOf } from './destination.ts';

const inbox = { to: '/inbox', search: { ticket: 't', view: 'all' } };
const customer = { to: '/customers/$customerId', params: { customerId: 'c' } };

describe('What was found', () => {
  it.each([
    ['a ticket, for whoever works on tickets', { ticketId: 't', customerId: 'c' }, true, inbox],
    ['a ticket of nobody, for whoever works on tickets', { ticketId: 't' }, true, inbox],
    ['a ticket, for everybody else', { ticketId: 't', customerId: 'c' }, false, customer],
    ['a ticket of nobody, for everybody else', { ticketId: 't' }, false, null],
    ['a customer', { customerId: 'c' }, true, customer],
    ['a company', { companyId: 'b' }, false, { to: '/customers', search: { company: 'b' } }],
  ] as const)('leads to itself where one may go: %s', (_what, hit, worksOnTickets, destination) => {
    expect(destinationOf(hit, worksOnTickets)).toEqual(destination);
  });
});
