import { describe, expect, it } from 'vitest';
import { kindChoices } from './kind-choice.ts';

const words: Record<string, string> = { 'interaction-call': 'Call', 'interaction-phone': 'Call' };
const textOf = (kind: string) => words[kind] ?? kind;

describe('the kinds to choose from', () => {
  it('are all that happened, also when one of them is chosen', () => {
    expect(kindChoices(['ticket-opened', 'deal-won'], ['deal-won'], textOf)).toEqual([
      { text: 'deal-won', kinds: ['deal-won'] },
      { text: 'ticket-opened', kinds: ['ticket-opened'] },
    ]);
  });

  it('stand in the order of the words that are read, not of those of programs', () => {
    const texts = kindChoices(['deal-won', 'interaction-call'], [], textOf).map(({ text }) => text);
    expect(texts).toEqual(['Call', 'deal-won']);
    expect(
      kindChoices(['a', 'b'], [], (kind) => (kind === 'a' ? 'Sì' : 'È')).map(({ text }) => text),
    ).toEqual(['È', 'Sì']);
  });

  it('keep one that an address chose and that never happened, so that it can be given up', () => {
    expect(kindChoices([], ['deal-lost'], textOf)).toEqual([{ text: 'deal-lost', kinds: ['deal-lost'] }]);
  });

  it('are one where people have one word for what two sources call differently', () => {
    expect(kindChoices(['interaction-phone', 'interaction-call'], [], textOf)).toEqual([
      { text: 'Call', kinds: ['interaction-call', 'interaction-phone'] },
    ]);
  });
});
