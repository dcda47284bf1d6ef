import { describe, expect, it } from 'vitest';
import { type Ticket, untouched } from './ticket.ts';
import { changeTicket, type ResolvedChange, ticketChange, whenTheCustomerWrites } from './ticket-change.ts';

const now = new Date('2026-02-01T09:00:00Z');
const ticket: Ticket = {
  id: 't',
  sourceId: 's',
  sourceKey: 'k',
  number: '1',
  customerId: null,
  sourceRecordId: null,
  companyId: null,
  subject: 'Late',
  description: null,
  status: 'open',
  priority: 'normal',
  type: null,
  channel: null,
  assigneeName: 'Marta of Zendesk',
  teamName: null,
  tags: ['Delivery'],
  satisfaction: null,
  openedAt: new Date('2026-01-01'),
  solvedAt: null,
  observedAt: new Date('2026-01-01'),
  signalId: null,
  ...untouched,
};
const changed = (resolved: ResolvedChange, before = ticket) => {
  const { after, events } = changeTicket(before, resolved, now);
  return { after, told: events.map(({ field, before: was, after: is }) => `${field}: ${was} → ${is}`) };
};

describe('what one of us does to a ticket', () => {
  it('is told in its thread with what was before', () => {
    const { after, told } = changed({
      change: { status: 'solved', priority: 'high', cause: 'defect', addTags: ['sso', 'delivery'] },
      assignee: { id: 'tom', name: 'Tom' },
    });
    expect(after).toMatchObject({
      status: 'solved',
      solvedAt: now,
      assigneeId: 'tom',
      tags: ['Delivery', 'sso'],
    });
    expect(told).toEqual([
      'priority: normal → high',
      'status: open → solved',
      'assignee: Marta of Zendesk → Tom',
      'tags: Delivery → Delivery, sso',
      'cause: null → defect',
    ]);
  });

  it('tells nothing when nothing changes', () => {
    expect(changed({ change: { status: 'open', priority: 'normal', addTags: ['DELIVERY'] } })).toEqual({
      after: ticket,
      told: [],
    });
  });

  it('keeps when it was solved from solved to closed, and forgets it when it opens again', () => {
    const solvedAt = new Date('2026-01-20');
    const before: Ticket = { ...ticket, status: 'solved', solvedAt };
    expect(changed({ change: { status: 'closed' } }, before).after.solvedAt).toEqual(solvedAt);
    expect(changed({ change: { status: 'open' } }, before).after.solvedAt).toBeNull();
  });

  it('can put a ticket that only its source has assigned back among those of nobody', () => {
    expect(changed({ change: {}, assignee: null }).after).toMatchObject({
      assigneeName: null,
      over: { assigneeName: 'Marta of Zendesk' },
    });
  });

  it.each([
    [{ status: 'resolved' }],
    [{ addTags: [' '] }],
    [{ assigneeId: 'tom' }],
    [{ owner: 'x' }],
    [{ cause: 'bad luck' }],
  ])('is not just anything: %j', (wish) => {
    expect(ticketChange.safeParse(wish).success).toBe(false);
  });
});

describe('when the customer writes', () => {
  const solvedAt = new Date('2026-01-20');
  it.each([
    ['pending', null, 'open'],
    ['hold', null, 'hold'],
    ['new', null, 'new'],
    ['solved', solvedAt, 'open'],
    ['closed', solvedAt, 'open'],
  ] as const)('a ticket that was %s is afterwards %s', (status, solved, expected) => {
    expect(whenTheCustomerWrites({ ...ticket, status, solvedAt: solved }, now).after.status).toBe(expected);
  });

  it('what they wrote before it was solved does not open it', () => {
    const before: Ticket = { ...ticket, status: 'solved', solvedAt: new Date('2026-03-01') };
    expect(whenTheCustomerWrites(before, now).after.status).toBe('solved');
  });
});
