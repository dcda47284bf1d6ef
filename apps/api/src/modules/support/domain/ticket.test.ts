import { describe, expect, it } from 'vitest';
import type { TicketBody } from './read-ticket-signal.ts';
import { mergeTicket, stubTicket, type Ticket, type TicketSaid, tellTicket } from './ticket.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const said = (n: number, body: TicketBody): TicketSaid => ({
  id: 'new',
  sourceId: 's',
  sourceKey: 'ticket:5001',
  body,
  customerId: 'c',
  sourceRecordId: 'r',
  companyId: null,
  at: day(n),
  signalId: `signal-${n}`,
});

describe('a ticket, told in pieces', () => {
  it('has the number of its source until it gives one', () => {
    expect(mergeTicket(undefined, said(1, {}))).toMatchObject({
      number: '5001',
      subject: '#5001',
      status: 'new',
    });
    expect(mergeTicket(undefined, said(1, { number: '00001001' })).number).toBe('00001001');
  });

  it('fills in what its first message left open', () => {
    const whose = {
      id: 't',
      sourceId: 's',
      sourceKey: 'ticket:5001',
      customerId: null,
      sourceRecordId: null,
      companyId: null,
    };
    const stub = stubTicket(whose, day(2), new Date(0));
    expect(
      mergeTicket(stub, said(3, { subject: 'Late', status: 'pending', openedAt: day(1).toISOString() })),
    ).toMatchObject({
      id: 't',
      customerId: 'c',
      subject: 'Late',
      status: 'pending',
      openedAt: day(1),
    });
  });

  it('is not reopened by an older word, and keeps what a blank leaves out', () => {
    const solved = mergeTicket(undefined, said(5, { status: 'solved', subject: 'Late', tags: ['vip'] }));
    expect(mergeTicket(solved, said(1, { status: 'open', priority: 'high' }))).toMatchObject({
      status: 'solved',
      priority: 'high',
      solvedAt: day(5),
    });
    expect(mergeTicket(solved, said(6, { tags: [] })).tags).toEqual(['vip']);
  });

  it('has no time of solving while somebody waits', () => {
    const solved = mergeTicket(undefined, said(5, { status: 'closed' }));
    expect(mergeTicket(solved, said(6, { status: 'open' })).solvedAt).toBeNull();
  });
});

describe('what a ticket tells', () => {
  const story = (...steps: TicketSaid[]) => {
    let before: Ticket | undefined;
    return steps.flatMap((step) => {
      const after = mergeTicket(before, step);
      const told = tellTicket(before, after, step.at);
      before = after;
      return [...told.entries.map(({ kind }) => kind), ...told.facts.map(({ kind }) => `fact ${kind}`)];
    });
  };

  it('is opened, solved, reopened, solved', () => {
    expect(
      story(
        said(1, {}),
        said(2, { status: 'solved' }),
        said(3, { status: 'open' }),
        said(4, { status: 'closed' }),
      ),
    ).toEqual([
      'ticket-opened',
      'fact ticket-opened',
      'ticket-solved',
      'fact ticket-solved',
      'ticket-reopened',
      'fact ticket-opened',
      'ticket-solved',
      'fact ticket-solved',
    ]);
  });

  it('is its whole story when it is first heard of after its end', () => {
    expect(
      story(said(9, { status: 'closed', openedAt: day(1).toISOString(), satisfaction: 'good' })),
    ).toEqual(['ticket-opened', 'ticket-solved', 'ticket-rated', 'fact ticket-opened', 'fact ticket-solved']);
  });

  it('is nothing when the same is said again, or when solved becomes closed', () => {
    expect(story(said(1, { status: 'solved' }), said(2, { status: 'closed' })).length).toBe(4);
  });

  it('never repeats what the customer wrote', () => {
    const ticket = mergeTicket(undefined, said(1, { description: 'I have been ill', subject: 'Delay' }));
    expect(JSON.stringify(tellTicket(undefined, ticket, day(1)))).not.toContain('ill"');
  });
});
