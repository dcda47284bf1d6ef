import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasUnstorableText, storable } from './storable-text.ts';

describe('text that PostgreSQL cannot keep', () => {
  it.each([
    ['a NUL', 'a\0b', true],
    ['half of a surrogate pair', 'a\ud83d', true],
    ['a whole pair', 'a😀', false],
    ['a backslash followed by u0000', '\\u0000', false],
    ['two backslashes followed by u0000', '\\\\u0000', false],
    ['a line break and quotes', '"\n"', false],
  ])('is found: %s', (_, text, expected) => {
    expect(hasUnstorableText(JSON.stringify({ text }))).toBe(expected);
  });

  it('is gone after it was made storable, wherever it stood', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.string({ unit: 'binary' }), (value, text) => {
        expect(
          hasUnstorableText(JSON.stringify(storable({ value, [`k${text}\0`]: [`\ud800${text}`] }))),
        ).toBe(false);
      }),
    );
  });
});
