import { describe, expect, it } from 'vitest';
import { cleanText, maybeWord, word } from './words.ts';

describe('cleanText', () => {
  it('keeps what people write, in every script, and drops what a database cannot hold', () => {
    expect(cleanText('  Ține minte 👩‍🌾\r\nși mâine ')).toBe('Ține minte 👩‍🌾\r\nși mâine');
    expect(cleanText('a\u0000b\u001b[31m')).toBe('ab[31m');
    expect(cleanText('half \ud83d of a face')).toBe('half \ufffd of a face');
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
    expect(maybeWord().parse(' x ')).toBe('x');
  });
});
