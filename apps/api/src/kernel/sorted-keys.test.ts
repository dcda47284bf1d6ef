import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonKey, jsonText, sortedKeys } from './sorted-keys.ts';

describe('keys of what is hashed', () => {
  it('stand in the order in which JavaScript sorts texts, few or many', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 60 }), (keys) => {
        const value = Object.fromEntries(keys.map((key) => [key, 1]));
        expect(sortedKeys(value)).toEqual(Object.keys(value).sort());
      }),
    );
  });

  it('are written as JSON writes them, each time', () => {
    for (const key of ['a', 'a "b"', 'a', '\ud800', ''])
      expect(`{${jsonKey(key)}1}`).toBe(JSON.stringify({ [key]: 1 }));
  });
});

describe('texts of what is hashed', () => {
  it('are written as JSON writes them, whatever signs they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(jsonText(text)).toBe(JSON.stringify(text));
      }),
    );
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = `a${String.fromCharCode(code)}`;
      if (jsonText(text) !== JSON.stringify(text)) throw new Error(`The sign ${code} is written otherwise.`);
    }
  });
});
