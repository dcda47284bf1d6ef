import { describe, expect, it } from 'vitest';
import { fillIn, macroWish, wordsFor } from './desk.ts';

describe('a macro', () => {
  const macro = { bodies: { en: 'Hello', it: 'Ciao', ro: 'Bună' } };
  it.each([
    ['it', 'it'],
    ['ro-RO', 'ro'],
    ['de', 'en'],
    [null, 'en'],
  ])('speaks the customer’s language, or else English: %s → %s', (language, expected) => {
    expect(wordsFor(macro, language)?.language).toBe(expected);
  });

  it('speaks whatever it can before it says nothing', () => {
    expect(wordsFor({ bodies: { fr: 'Bonjour' } }, 'it')).toEqual({ language: 'fr', body: 'Bonjour' });
    expect(wordsFor({ bodies: {} }, 'it')).toBeNull();
  });

  it('fills in names, and leaves no hole where none is known', () => {
    const names = { customer: 'Ana', agent: 'Tom', number: 'A-7' };
    expect(fillIn('Hello {{customer}}, about {{ number }}. {{agent}}', names)).toBe(
      'Hello Ana, about A-7. Tom',
    );
    expect(fillIn('Hello {{customer}},', { ...names, customer: null })).toBe('Hello,');
    expect(fillIn('{{secret}}', names)).toBe('{{secret}}');
  });

  it.each([
    { name: ' ', bodies: {}, change: {} },
    { name: 'x', bodies: { english: 'Hi' }, change: {} },
    { name: 'x', bodies: {}, change: { status: 'gone' } },
    { name: 'x', bodies: {}, change: { subject: 'Another' } },
  ])('is not just anything: %j', (wish) => {
    expect(macroWish.safeParse(wish).success).toBe(false);
  });
});
