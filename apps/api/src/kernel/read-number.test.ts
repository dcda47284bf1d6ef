import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, contentHash } from './content-hash.ts';
import { readFlag } from './read-flag.ts';
import { readNumber } from './read-number.ts';

const read = (text: string, decimal: '.' | ',' = '.') => {
  const number = readNumber(text, decimal);
  return number.ok ? number.value : undefined;
};

describe('numbers of other systems', () => {
  it.each<[string, number, ('.' | ',')?]>([
    ['15000', 15000],
    ['500000.0', 500000],
    ['-12.5', -12.5],
    ['(1,234.50)', -1234.5],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1 234,56', 1234.56],
    ['1\u202f234,56 €', 1234.56],
    ["1'234.50", 1234.5],
    ['€ 12,50', 12.5],
    ['EUR 1,500', 1500],
    ['1,500', 1.5, ','],
    ['1.500', 1500, ','],
    ['1.500', 1.5],
    ['0,125', 0.125],
    ['1500 lei', 1500],
    ['1.5E+3', 1500],
    ['05000', 5000],
    ['12%', 12],
    ['-0', 0],
    ['.5', 0.5],
  ])('reads %j as %d', (text, expected, decimal) => {
    expect(read(text, decimal)).toBe(expected);
  });

  it.each([
    '',
    'abc',
    'abc12',
    '1.2.3',
    '12.34.56',
    '1,23,456',
    '192.0.2.1',
    '1e999',
    '--5',
    'NaN',
    'Infinity',
    '0x10',
  ])('does not read %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('reads every amount of cents back in both ways of writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const amount = cents / 100;
        const english = amount.toLocaleString('en-US', { minimumFractionDigits: 2 });
        const italian = amount.toLocaleString('it-IT', { minimumFractionDigits: 2 });
        return read(english) === (amount || 0) && read(italian, ',') === (amount || 0);
      }),
    );
  });
});

describe('yes and no', () => {
  it.each([
    ['TRUE', true],
    ['1', true],
    ['on', true],
    ['Oui', true],
    ['0', false],
    ['', false],
    ['nu', false],
    ['perhaps', undefined],
  ])('reads %j as %j', (text, expected) => {
    expect(readFlag(text)).toBe(expected);
  });
});

describe('the hash of what is said', () => {
  it('does not depend on the order of keys or on what is missing', () => {
    expect(contentHash({ a: 1, b: [1, { c: 2, d: undefined }] })).toBe(
      contentHash({ b: [1, { c: 2 }], a: 1 }),
    );
    expect(contentHash({ a: '1' })).not.toBe(contentHash({ a: 1 }));
  });

  it('writes JSON that says the same as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
