import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, maybeWord, word } from './words.ts';

describe('cleanText', () => {
  it('keeps what people write, in every script, and drops what a database cannot hold', () => {
    expect(cleanText('  Ține minte 👩‍🌾\r\nși mâine ')).toBe('Ține minte 👩‍🌾\r\nși mâine');
    expect(cleanText('a\u0000b\u001b[31m')).toBe('ab[31m');
    expect(cleanText('half \ud83d of a face')).toBe('half \ufffd of a face');
  });

  it('cleans a text of plain letters as it cleans any other', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('', '\u0000', '\u001b', '\u007f', '\t', '\r\n'),
        (text, sign) => {
          // Beside a letter that is not plain, the same text is cleaned the long way.
          const long = cleanText(`é${text}${sign}é`).slice(1, -1).trim();
          expect(cleanText(text + sign)).toBe(long);
        },
      ),
    );
  });
});

describe('words of a body', () => {
  it('refuses a necessary text that says nothing', () => {
    expect(word().safeParse(' \u0000 ').success).toBe(false);
    expect(word(3).safeParse('abcd').success).toBe(false);
  });

  it('takes an empty optional text for silence', () => {
    expect(maybeWord().parse('  ')).toBeUndefined();
    expect(maybeWord().parse(undefined)).toBeUndefined();
    expect(maybeWord().parse(null)).toBeUndefined();
    expect(maybeWord(3).safeParse(' abc').success).toBe(false);
    expect(maybeWord().parse(' x ')).toBe('x');
  });
});
