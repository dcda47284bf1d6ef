import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashCodes, hashText } from './hash.ts';

it('letters that stand in a table hash as the text does that they are', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.integer(), (before, text, after, seed) => {
      const code = Uint16Array.from([...`${before}${text}${after}`.split('')], (letter) =>
        letter.charCodeAt(0),
      );
      expect(hashCodes(code, before.length, before.length + text.length, seed)).toBe(hashText(text, seed));
    }),
  );
});
