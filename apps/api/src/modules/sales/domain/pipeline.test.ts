import { describe, expect, it } from 'vitest';
import { outcomeOfWords, plainWord } from './pipeline.ts';

describe('the words of a stage', () => {
  it.each([
    ['closedwon', 'won'],
    ['Closed Won', 'won'],
    ['Closed - Lost', 'lost'],
    ['Gagné', 'won'],
    ['Câștigat', 'won'],
    ['Pierdut', 'lost'],
    ['Perso', 'lost'],
    ['Proposal', 'open'],
    ['Negotiation/Review', 'open'],
    ['Wonderful talks', 'open'],
    ['', 'open'],
  ])('%j means %s', (text, outcome) => {
    expect(outcomeOfWords(text)).toBe(outcome);
  });

  it('are the same however they are written', () => {
    expect(plainWord('Closed_WON ')).toBe(plainWord('closed won'));
    expect(plainWord('谈判')).toBe('谈判');
  });
});
