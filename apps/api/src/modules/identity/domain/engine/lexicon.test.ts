import { describe, expect, it } from 'vitest';
import { Lexicon } from './lexicon.ts';

const words = Array.from({ length: 3_000 }, (_, n) => `${(n * 7919) % 1_000}-Ștefan ${n % 13}`);

describe('Texts in a lexicon', () => {
  it('are numbered in the order in which they come, each once, and come out as they went in', () => {
    const lexicon = new Lexicon();
    const numbers = new Map<string, number>();
    for (const word of words) {
      if (!numbers.has(word)) numbers.set(word, numbers.size);
      expect(lexicon.numberOf(word)).toBe(numbers.get(word));
    }
    expect(lexicon.size).toBe(numbers.size);
    for (const [word, number] of numbers) expect(lexicon.textOf(number)).toBe(word);
  });

  it('come to the same numbers in pieces as one by one', () => {
    const [whole, joined, piece] = [new Lexicon(), new Lexicon(), new Lexicon()];
    const numbers: number[] = [];
    for (let from = 0; from < words.length; from += 700) {
      const some = words.slice(from, from + 700).map((word) => piece.numberOf(word));
      const as = joined.append(piece.taken());
      numbers.push(...some.map((number) => as[number]!));
    }
    expect(numbers).toEqual(words.map((word) => whole.numberOf(word)));
    expect(joined.letters).toBe(whole.letters);
  });
});
