import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarise } from '#modules/customers';
import { type TestPerson, type TestWorld, testWorld } from '../../../../../tests/support/people.ts';
import { findTickets } from './data/find-tickets.ts';
import { messagesByTicket } from './data/messages.ts';
import { ticketSummary, ticketsByCustomer } from './data/tickets.ts';
import { messageSignal } from './record-message.ts';
import { ticketSignal } from './record-ticket.ts';

let world: TestWorld;
let ada: TestPerson;
beforeAll(async () => {
  world = await testWorld();
  ada = await world.person('Ada');
});
afterAll(() => world.close());

const at = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const ticket = (key: string, n: number, body: object, whose: object = { person: ada }) =>
  world.located(ticketSignal, { subjectKey: key, at: at(n), body }, whose);
const message = (key: string, ticketKey: string, n: number, more: object = {}, whose: object = {}) =>
  world.located(
    messageSignal,
    { subjectKey: key, at: at(n), body: { ticketKey, authorKind: 'customer', text: 'Hello', ...more } },
    whose,
  );
const row = async (table: string, key: string) =>
  (await world.rows(table)).find((one) => one.source_key === key);

describe('tickets and messages', () => {
  it('a message may come before its ticket, and is told when the ticket says whose it is', async () => {
    const early = await world.record(messageSignal, [
      await message('m:1', 'ticket:1', 3),
      await message('m:2', 'ticket:1', 2),
    ]);
    expect(early.entries).toEqual([]);
    expect(await row('ticket', 'ticket:1')).toMatchObject({
      number: '1',
      subject: '#1',
      opened_at: new Date(at(2)),
      customer_id: null,
    });

    const recorded = await world.record(ticketSignal, [
      await ticket('ticket:1', 1, {
        subject: 'Late delivery',
        status: 'pending',
        priority: 'high',
        openedAt: at(1),
      }),
    ]);
    expect(recorded.entries.map(({ kind }) => kind)).toEqual([
      'ticket-opened',
      'message-received',
      'message-received',
    ]);
    expect(recorded.entries.every(({ customerId }) => customerId === ada.customerId)).toBe(true);
    expect(await row('ticket', 'ticket:1')).toMatchObject({
      subject: 'Late delivery',
      status: 'pending',
      opened_at: new Date(at(1)),
    });
    expect(await row('message', 'm:1')).toMatchObject({ customer_id: ada.customerId });
  });

  it('an older value overwrites nothing, a blank erases nothing', async () => {
    await world.record(ticketSignal, [
      await ticket('ticket:2', 5, { subject: 'Now', status: 'solved', tags: ['vip', 'a "b", c\\d'] }),
    ]);
    await world.record(ticketSignal, [
      await ticket('ticket:2', 1, { subject: 'Then', status: 'open', teamName: 'Night' }),
    ]);
    await world.record(ticketSignal, [await ticket('ticket:2', 6, { subject: '', tags: [] }, {})]);
    expect(await row('ticket', 'ticket:2')).toMatchObject({
      subject: 'Now',
      status: 'solved',
      team_name: 'Night',
      tags: ['vip', 'a "b", c\\d'],
      customer_id: ada.customerId,
    });
  });

  it('recording twice leaves the same rows and tells nothing new', async () => {
    const items = [
      await ticket('ticket:3', 1, { subject: 'A' }),
      await ticket('ticket:3', 2, { status: 'closed' }),
    ];
    const said = [await message('m:3', 'ticket:3', 1, { authorKind: 'agent', isPublic: false })];
    await world.record(ticketSignal, items);
    await world.record(messageSignal, said);
    const before = [
      await world.rows('ticket'),
      await world.rows('message', 'source_key', 'body', 'customer_id'),
    ];
    const again = await world.record(ticketSignal, items);
    await world.record(messageSignal, said);
    expect(again).toMatchObject({ entries: [], facts: [] });
    expect([
      await world.rows('ticket'),
      await world.rows('message', 'source_key', 'body', 'customer_id'),
    ]).toEqual(before);
  });

  it('asks as many statements for 500 as for one', async () => {
    const tickets = await Promise.all(
      Array.from({ length: 500 }, (_, n) => ticket(`many:${n}`, 1, { subject: `${n}` })),
    );
    const messages = await Promise.all(
      Array.from({ length: 500 }, (_, n) => message(`many:${n}`, `other:${n}`, 1)),
    );
    const count = (kind: typeof ticketSignal, items: typeof tickets) =>
      world.statements((tx) => kind.record(tx, items));
    expect(await count(ticketSignal, tickets)).toBe(await count(ticketSignal, [await ticket('one', 1, {})]));
    const one = await world.statements(async (tx) =>
      messageSignal.record(tx, [await message('one', 'other:one', 1)]),
    );
    expect(await world.statements((tx) => messageSignal.record(tx, messages))).toBe(one);
  });

  it('a forgotten ticket stays as its messages know it; without messages it goes', async () => {
    await world.record(ticketSignal, [
      await ticket('ticket:8', 1, { subject: 'Wrong file' }),
      await ticket('ticket:9', 1, {}),
    ]);
    await world.record(messageSignal, [await message('m:8', 'ticket:8', 2)]);
    await world.database.transaction((tx) =>
      ticketSignal.forget!(tx, world.sourceId, ['ticket:8', 'ticket:9']),
    );
    expect(await row('ticket', 'ticket:8')).toMatchObject({
      subject: '#8',
      status: 'open',
      opened_at: new Date(at(2)),
    });
    expect(await row('ticket', 'ticket:9')).toBeUndefined();
    await world.database.transaction((tx) => messageSignal.forget!(tx, world.sourceId, ['m:8']));
    expect(await row('ticket', 'ticket:8')).toBeUndefined();
  });

  it('are read for many customers at once, newest first, with their messages and by their number', async () => {
    const bob = await world.person('Bob');
    for (const n of [1, 2, 3])
      await world.record(ticketSignal, [await ticket(`bob:${n}`, n, { number: `N-${n}` }, { person: bob })]);
    const [his, nobodys] = await ticketsByCustomer(world.database, [
      { customerId: bob.customerId, first: 2 },
      { customerId: world.sourceId, first: 5 },
    ]);
    expect(his?.map(({ number, sourceName, messageCount }) => [number, sourceName, messageCount])).toEqual([
      ['N-3', 'Test', 0],
      ['N-2', 'Test', 0],
    ]);
    expect(nobodys).toEqual([]);
    const [first] = await findTickets(world.database, '#N-1', 5);
    expect(first?.matched).toBe('#N-1');
    expect(await messagesByTicket(world.database, [{ ticketId: first!.id, first: 3 }])).toEqual([[]]);
    await world.database.transaction(async (tx) => summarise(tx, [ticketSummary], [bob.customerId]));
    const [summary] = await world.database.query(
      'SELECT open_tickets, tickets FROM customer_summary WHERE customer_id = $1',
      [bob.customerId],
    );
    expect(summary).toEqual({ open_tickets: 3, tickets: 3 });
  });
});
