import { describe, expect, it } from 'vitest';
import type { Format, Signal } from '#modules/house';
import { readDelivery } from './read-delivery.ts';
import type { ReadItem } from './read-foreign.ts';

const signal: Signal = {
  kind: 'note',
  eventId: 'e1',
  subjectKey: 'note:1',
  at: '2026-03-01T10:00:00Z',
  body: {},
};
const { eventId: _, ...nameless } = signal;

/** A format that knows its objects by the name of their list alone. */
const notes = {
  name: 'desk-notes',
  system: 'desk',
  recognise: ({ collection }: { collection?: string }) => (collection === 'notes' ? 1 : 0),
  read: ({ cells }: { cells: Record<string, unknown> }) =>
    cells.bad ? { refusal: { code: 'bad-word', message: 'It is bad.' } } : { signals: [signal] },
} as unknown as Format;

const read = (value: unknown, deliveryId?: string): ReadItem[] => {
  const items = readDelivery(value, deliveryId, {
    formats: [notes],
    source: { timeZone: 'UTC', phoneCountry: null, currency: null },
    receivedAt: '2026-03-01T10:00:00Z',
  });
  if (items === 'too-many') throw new Error('These are too many.');
  return items;
};

describe('What is kept of a delivery', () => {
  it.each([
    ['a signal', signal],
    ['a signal without an event id', nameless],
    ['a set of signals, one of which lacks its kind', { signals: [nameless, { body: {} }, signal] }],
    ['an object by the name of its kind', { note: { id: 1 } }],
    ['a list by its name, beside other things', { count: 2, notes: [{ id: 1 }, { id: 2, bad: true }] }],
    ['a list without a name', [{ id: 1 }, { notes: [{ id: 2 }] }, signal]],
    ['an object of no list', { id: 1, notes: [{ id: 2 }] }],
    ['a list in which something is no object', [1, { id: 2 }]],
    ['no object at all', 'hello'],
  ])('of %s is read again, one by one, as it was read the first time', (_name, value) => {
    const first = read(value, 'msg_1');
    expect(first.length).toBeGreaterThan(0);
    for (const item of first) expect(read(item.raw, item.eventId)).toEqual([item]);
  });

  it('is named by its delivery where it does not name itself, each of a set by its place', () => {
    expect(read(nameless, 'msg_1').map(({ eventId }) => eventId)).toEqual(['msg_1']);
    expect(read({ signals: [nameless, signal, nameless] }, 'msg_1').map(({ eventId }) => eventId)).toEqual([
      'msg_1:0',
      undefined,
      'msg_1:2',
    ]);
  });
});
