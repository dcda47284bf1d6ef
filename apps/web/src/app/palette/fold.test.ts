import { describe, expect, it } from 'vitest';
import { includesFolded, markFound } from './fold.ts';

describe('searching without accents', () => {
  it('finds Țurcanu and Lefèvre by what a plain keyboard can type', () => {
    expect(includesFolded('Radu Țurcanu', 'turc')).toBe(true);
    expect(includesFolded('Camille Lefèvre', 'lefe cam')).toBe(true);
    expect(includesFolded('Camille Lefèvre', 'lefe radu')).toBe(false);
  });

  it('marks the letters that were searched for and leaves the text as it is written', () => {
    expect(markFound('Radu Țurcanu', 'turc')).toEqual([
      { text: 'Radu ', found: false },
      { text: 'Țurc', found: true },
      { text: 'anu', found: false },
    ]);
    expect(markFound('Ana', '')).toEqual([{ text: 'Ana', found: false }]);
  });
});
