import { describe, expect, it } from 'vitest';
import { type FieldAsk, readAsks, writeAsks } from './field-ask.ts';
import { typedNumber } from './field-wish.ts';

describe('what an address asks of fields', () => {
  const asks: FieldAsk[] = [
    { key: 'colour', choices: ['red', 'dark,blue'] },
    { key: 'seats', from: '1.5', until: '20' },
    { key: 'since', from: '2026-01-01' },
    { key: 'until', until: '-3' },
    { key: 'warranty', yes: false },
    { key: 'serial', text: '50%; ~a..b' },
    { key: 'parts', isEmpty: true },
  ];
  it('is read as it was written', () => {
    expect(readAsks(writeAsks(asks))).toEqual(asks);
    expect(writeAsks(asks.slice(0, 2))).toBe('colour:red,dark%2Cblue;seats@1%2E5..20');
  });

  it.each([undefined, '', 'x', 'x:', '!yes', 'a!perhaps', 'seats@..', 'Ä:b'])(
    'is nothing where nobody can mean %j',
    (text) => {
      expect(readAsks(text)).toEqual([]);
    },
  );
});

describe('a number that somebody types', () => {
  it.each([
    ['12', 12],
    ['1,5', 1.5],
    ['-0.25', -0.25],
    ['1 200', 1200],
    ['', null],
    ['many', null],
    ['1e5', null],
  ] as const)('%j', (text, number) => {
    expect(typedNumber(text)).toBe(number);
  });
});
