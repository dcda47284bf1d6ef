import { describe, expect, it } from 'vitest';
import { fitValue } from './fit-value.ts';
import { hearFields, unfitWord } from './hear-fields.ts';
import { type Ticket, untouched } from './ticket.ts';
import { changeTicket, missingIn } from './ticket-change.ts';
import { fieldText, fieldWish, isFor, keyFor, nextOptions, type TicketField } from './ticket-field.ts';

const field = (more: Partial<TicketField> = {}): TicketField => ({
  id: 'f',
  key: 'model',
  name: 'Model',
  kind: 'text',
  options: [
    { value: 'red', label: 'Red', isRemoved: false },
    { value: 'dark-blue', label: 'Dark blue', isRemoved: false },
    { value: 'pink', label: 'Pink', isRemoved: true },
  ],
  aliases: [],
  isRequiredToSolve: false,
  teamIds: [],
  types: [],
  dataClass: 'internal',
  place: 1,
  createdAt: new Date(0),
  removedAt: null,
  ...more,
});
const now = new Date('2026-03-01T09:00:00Z');
const ticket: Ticket = {
  id: 't',
  sourceId: 's',
  sourceKey: 'ticket:1',
  number: '1',
  customerId: null,
  sourceRecordId: null,
  companyId: null,
  subject: 'Broken',
  description: null,
  status: 'open',
  priority: null,
  type: null,
  channel: null,
  assigneeName: null,
  teamName: null,
  tags: [],
  satisfaction: null,
  openedAt: now,
  solvedAt: null,
  observedAt: now,
  signalId: null,
  ...untouched,
};

describe('what fits into a field', () => {
  const cell = (text: string) => ({ text, decimal: ',', dateOrder: 'DMY' }) as const;
  it.each([
    ['text', ' A-17 ', 'A-17'],
    ['text', 17, '17'],
    ['number', '1,500.50', 1500.5],
    ['number', cell('1.500,50'), 1500.5],
    ['number', cell('1.500'), 1500],
    ['number', '1.500', 1.5],
    ['number', -3, -3],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', cell('03/04/2026'), '2026-04-03'],
    ['yes-no', 'oui', true],
    ['yes-no', false, false],
    ['choice', 'RED', 'red'],
    ['choice', 'Dark blue', 'dark-blue'],
    // What is removed is no more to choose from, but a source may still say it.
    ['choice', 'pink', 'pink'],
    ['several', ['red', 'Dark blue', 'red'], ['red', 'dark-blue']],
    ['several', 'Red; dark-blue', ['red', 'dark-blue']],
  ] as const)('%s takes %j', (kind, said, value) => {
    expect(fitValue(field({ kind }), said as never)).toEqual({ ok: true, value });
  });

  it.each([
    ['number', 'many', 'takes a number, not “many”'],
    ['number', 1e15, 'takes a number'],
    ['date', '2026-02-31', 'takes a day'],
    ['date', 'soon', 'takes a day'],
    ['yes-no', 'perhaps', 'takes yes or no'],
    ['choice', 'Green', 'one of its options, not “Green”'],
    ['several', 'Red; Green', 'some of its options'],
    ['several', [], 'some of its options'],
    ['text', 'x'.repeat(2_001), 'at most 2000 characters'],
    ['text', true, 'takes a text'],
  ] as const)('%s refuses %j in words that name the field', (kind, said, why) => {
    const fitted = fitValue(field({ kind }), said as never);
    expect(fitted.ok ? '' : fitted.refusal).toContain('“Model”');
    expect(fitted.ok ? '' : fitted.refusal).toContain(why);
  });
});

describe('what sources say of fields', () => {
  const heard = (before: Ticket, said: Record<string, unknown>, isNewer = true, one = field()) =>
    hearFields(before, said as never, [one], isNewer);

  it('is heard by key, by a name given for it, and by what the field is called', () => {
    for (const name of ['model', '360001', 'MODEL'])
      expect(heard(ticket, { [name]: 'A' }, true, field({ aliases: ['360001'] })).fields).toEqual({
        model: 'A',
      });
    expect(heard(ticket, { shoe: 'A' })).toMatchObject({ fields: {}, fieldWords: {} });
  });

  it('leaves our word until it says something else than before', () => {
    const first = heard(ticket, { model: 'A' });
    const ours = { ...first, fields: { model: 'B' } };
    expect(heard(ours, { model: 'A' }).fields).toEqual({ model: 'B' });
    expect(heard(ours, { model: 'C' }).fields).toEqual({ model: 'C' });
    const emptied = { ...first, fields: {} };
    expect(heard(emptied, { model: 'A' }).fields).toEqual({});
  });

  it('fills only what is empty when it is older', () => {
    expect(heard(ticket, { model: 'A' }, false).fields).toEqual({ model: 'A' });
    expect(heard({ ...ticket, fields: { model: 'B' } }, { model: 'A' }, false).fields).toEqual({
      model: 'B',
    });
  });

  it('comes to the same when it is heard twice', () => {
    const once = heard(ticket, { model: 'A' });
    expect(heard(once, { model: 'A' })).toEqual(once);
  });

  it('keeps what does not fit as it was said, until something stands there', () => {
    const seats = field({ key: 'seats', name: 'Seats', kind: 'number' });
    const odd = heard(ticket, { seats: 'many' }, true, seats);
    expect(odd.fields).toEqual({});
    expect(unfitWord(odd, seats)).toBe('many');
    expect(unfitWord({ ...odd, fields: { seats: 3 } }, seats)).toBeNull();
    expect(unfitWord(ticket, seats)).toBeNull();
  });

  it('says nothing to a field that was put away', () => {
    expect(heard(ticket, { model: 'A' }, true, field({ removedAt: now })).fields).toEqual({});
  });
});

describe('what one of us writes into a field', () => {
  const colour = field({ key: 'colour', kind: 'choice' });
  it('is told in the thread by the words of its options', () => {
    const { after, events } = changeTicket(
      { ...ticket, fields: { colour: 'red' } },
      { change: {}, fields: [{ field: colour, value: 'dark-blue' }] },
      now,
    );
    expect(after.fields).toEqual({ colour: 'dark-blue' });
    expect(events).toEqual([{ field: 'field:colour', before: 'Red', after: 'Dark blue' }]);
  });

  it('that changes nothing tells nothing', () => {
    const before = { ...ticket, fields: { colour: 'red' } };
    const { after, events } = changeTicket(
      before,
      {
        change: {},
        fields: [
          { field: colour, value: 'red' },
          { field: field(), value: null },
        ],
      },
      now,
    );
    expect(after).toBe(before);
    expect(events).toEqual([]);
  });
});

describe('a field that has to be known before a ticket is solved', () => {
  const needed = field({ isRequiredToSolve: true, types: ['Incident'] });
  const solving = { change: { status: 'solved' as const }, required: [needed] };
  it.each([
    ['holds it open while it is empty', { type: 'incident' }, {}, 'Model'],
    ['lets it go when it is filled in', { type: 'incident' }, { model: 'A' }, undefined],
    ['is nothing to tickets it is not for', { type: 'question' }, {}, undefined],
    ['is nothing to what was solved already', { type: 'incident', status: 'closed' as const }, {}, undefined],
  ])('%s', (_, more, fields, missing) => {
    const before: Ticket = { ...ticket, ...more, fields };
    expect(missingIn(solving, before, changeTicket(before, solving, now).after)?.name).toBe(missing);
  });

  it('may be filled in by the change that solves it', () => {
    const before: Ticket = { ...ticket, type: 'incident' };
    const resolved = { ...solving, fields: [{ field: needed, value: 'A' }] };
    expect(missingIn(resolved, before, changeTicket(before, resolved, now).after)).toBeNull();
  });
});

describe('a field', () => {
  it('is for the teams and types it names, and for all when it names none', () => {
    expect(isFor(field(), ticket)).toBe(true);
    expect(isFor(field({ teamIds: ['a'] }), ticket)).toBe(false);
    expect(isFor(field({ teamIds: ['a'] }), { ...ticket, teamId: 'a' })).toBe(true);
    expect(isFor(field({ removedAt: now }), ticket)).toBe(false);
  });

  it('gets a key of its own from its name, in any script', () => {
    expect(keyFor('Număr de serie!', new Set())).toBe('numar-de-serie');
    expect(keyFor('Colour', new Set(['colour', 'colour-2']))).toBe('colour-3');
    expect(keyFor('色', new Set())).toBe('field');
  });

  it('keeps the value of an option that gets another label, and the option that is left out as a removed one', () => {
    const before = field().options;
    expect(
      nextOptions(before, [
        { value: 'red', label: 'Crimson', isRemoved: false },
        { label: 'Red', isRemoved: false },
      ]),
    ).toEqual([
      { value: 'red', label: 'Crimson', isRemoved: false },
      { value: 'red-2', label: 'Red', isRemoved: false },
      { value: 'dark-blue', label: 'Dark blue', isRemoved: true },
      { value: 'pink', label: 'Pink', isRemoved: true },
    ]);
    expect(fieldText(field({ kind: 'several' }), ['red', 'gone'])).toBe('Red, gone');
  });

  const wish = {
    name: 'Colour',
    kind: 'choice',
    options: [{ label: 'Red', isRemoved: false }],
    aliases: [],
    isRequiredToSolve: false,
    teamIds: [],
    types: [],
    dataClass: 'internal',
  };
  it.each([
    ['name', ' '],
    ['kind', 'formula'],
    ['options', []],
    ['options', [{ label: 'Red', isRemoved: true }]],
    ['options', [wish.options[0], { label: 'red', isRemoved: false }]],
    ['dataClass', 'public'],
    ['teamIds', ['support']],
  ])('has no %s like %j', (name, value) => {
    expect(fieldWish.safeParse(wish).success).toBe(true);
    expect(fieldWish.safeParse({ ...wish, [name]: value }).error?.issues[0]?.path[0]).toBe(name);
  });
});
