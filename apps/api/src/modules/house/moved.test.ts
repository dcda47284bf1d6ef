import { describe, expect, it } from 'vitest';
import { movedBetween, tellWhoeverHasIt } from './moved.ts';
import type { NewFact, NewTimelineEntry } from './recorder.ts';

const ada = { customerId: 'ada', sourceRecordId: 'record of ada' };
const bela = { customerId: 'bela', sourceRecordId: 'record of bela' };
const at = new Date(0);
const what = (key: string) => ({ keys: [`order-placed ${key}`], about: null });

const line = (whose: typeof ada, entryKey: string, subjectId = 'x'): NewTimelineEntry => ({
  ...whose,
  entryKey,
  at,
  department: 'sales',
  kind: 'order-placed',
  title: entryKey,
  subjectType: 'Order',
  subjectId,
});
const fact = (whose: typeof ada, factKey: string): NewFact => ({
  ...whose,
  factKey,
  at,
  kind: 'order-placed',
});
const owners = (told: readonly { customerId: string }[]) => told.map(({ customerId }) => customerId);

describe('a thing that is somebody else’s now', () => {
  it('has moved only from somebody to somebody else', () => {
    expect(movedBetween(undefined, ada, what('1'))).toEqual([]);
    expect(movedBetween({ customerId: null, sourceRecordId: null }, ada, what('1'))).toEqual([]);
    expect(movedBetween(ada, { customerId: null, sourceRecordId: null }, what('1'))).toEqual([]);
    expect(movedBetween(ada, ada, what('1'))).toEqual([]);
    expect(movedBetween(ada, bela, what('1'))).toEqual([{ from: ada, to: bela, ...what('1') }]);
  });

  it('is told to whoever has it in the end, wherever it was in between', () => {
    const there = movedBetween(ada, bela, what('1'));
    const back = movedBetween(bela, ada, what('1'));
    const set = {
      entries: [line(ada, 'order-placed 1'), line(bela, 'order-placed 1')],
      facts: [fact(ada, 'order-placed 1 2026-03-01T10:00:00.000Z')],
    };
    const gone = tellWhoeverHasIt({ ...set, moved: there });
    expect(owners(gone.entries)).toEqual(['bela', 'bela']);
    expect(owners(gone.facts)).toEqual(['bela']);
    const home = tellWhoeverHasIt({ ...set, moved: [...there, ...back] });
    expect(owners(home.entries)).toEqual(['ada', 'ada']);
    expect(home.moved).toEqual([{ from: bela, to: ada, ...what('1') }]);
  });

  it('takes nothing of another thing along, however alike their keys', () => {
    const { entries, facts } = tellWhoeverHasIt({
      entries: [line(ada, 'order-placed 12'), line(ada, 'order-placed 1 and more')],
      facts: [fact(ada, 'order-placed 12')],
      moved: movedBetween(ada, bela, what('1')),
    });
    expect(owners([...entries, ...facts])).toEqual(['ada', 'ada', 'ada']);
  });

  it('takes all lines about it along where nothing else has lines about the same', () => {
    const about = { type: 'Order', id: 'x' };
    const { entries } = tellWhoeverHasIt({
      entries: [line(ada, 'a reply of a day'), line(ada, 'a reply of a day', 'another')],
      facts: [],
      moved: movedBetween(ada, bela, { keys: ['order-placed 1'], about }),
    });
    expect(owners(entries)).toEqual(['bela', 'ada']);
  });
});
