import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asTheSourceSays, isInOurHands, letOurWordsStand, sayOurselves } from './our-word.ts';
import { mergeTicket, type Ticket, untouched } from './ticket.ts';

const imported: Ticket = {
  id: 't',
  sourceId: 'zendesk',
  sourceKey: 'ticket:1',
  number: '1',
  customerId: null,
  sourceRecordId: null,
  companyId: null,
  subject: 'Late',
  description: null,
  status: 'open',
  priority: null,
  type: null,
  channel: 'email',
  assigneeName: 'Marta',
  teamName: null,
  tags: ['delivery'],
  satisfaction: null,
  openedAt: new Date('2026-01-01'),
  solvedAt: null,
  observedAt: new Date('2026-01-01'),
  signalId: 's1',
  ...untouched,
};
const solvedAt = new Date('2026-01-05T10:00:00Z');
const solved = sayOurselves(imported, { status: 'solved', solvedAt });
const say = (before: Ticket, body: object, day = 9) =>
  letOurWordsStand(
    before,
    mergeTicket(asTheSourceSays(before), {
      id: 'x',
      sourceId: 'zendesk',
      sourceKey: 'ticket:1',
      body,
      customerId: null,
      sourceRecordId: null,
      companyId: null,
      at: new Date(Date.UTC(2026, 0, day)),
      signalId: `s${day}`,
    }),
  );

describe('what we say of a ticket of another system', () => {
  it('counts, and what the source says stays known beside it', () => {
    expect(solved).toMatchObject({ status: 'solved', solvedAt, over: { status: 'open', solvedAt: null } });
    expect(asTheSourceSays(solved)).toEqual(imported);
    expect([isInOurHands(imported), isInOurHands(solved)]).toEqual([false, true]);
  });

  it('stands when the source says again what it said, or something else about another matter', () => {
    expect(say(solved, { status: 'open' })).toMatchObject({ status: 'solved', solvedAt });
    expect(say(solved, { status: 'open', priority: 'high' })).toMatchObject({
      status: 'solved',
      priority: 'high',
      over: { status: 'open', solvedAt: null },
    });
  });

  it('gives way when the source says something new about the same matter', () => {
    expect(say(solved, { status: 'pending' })).toMatchObject({ status: 'pending', solvedAt: null, over: {} });
  });

  it('is no word of ours any more once the source says the same', () => {
    const after = say(solved, { status: 'solved', solvedAt: '2026-01-08T00:00:00Z' });
    expect(after).toMatchObject({ status: 'solved', solvedAt: new Date('2026-01-08'), over: {} });
    expect(sayOurselves(solved, { status: 'open', solvedAt: null }).over).toEqual({});
  });

  it('takes a colleague of ours along when the source names another one', () => {
    const ours = { ...sayOurselves(imported, { assigneeName: 'Tom' }), assigneeId: 'tom' };
    expect(say(ours, { assigneeName: 'Marta' })).toMatchObject({ assigneeName: 'Tom', assigneeId: 'tom' });
    expect(say(ours, { assigneeName: 'Irina' })).toMatchObject({ assigneeName: 'Irina', assigneeId: null });
  });

  it('never changes what the source is known to say, whatever we say', () => {
    const words = fc.record(
      {
        status: fc.constantFrom('open', 'pending', 'hold', 'solved') as fc.Arbitrary<Ticket['status']>,
        priority: fc.constantFrom('low', 'urgent', null) as fc.Arbitrary<Ticket['priority']>,
        subject: fc.string({ minLength: 1 }),
        tags: fc.array(fc.string({ minLength: 1 })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(words), (said) => {
        const after = said.reduce<Ticket>((ticket, one) => sayOurselves(ticket, one), imported);
        expect(asTheSourceSays(after)).toEqual(imported);
      }),
    );
  });
});
