import { describe, expect, it } from 'vitest';
import { type ConsentClaim, troubleOfClaim } from './heard-consent.ts';

const now = new Date('2026-06-01T12:00:00Z');
const claim: ConsentClaim = {
  channel: 'email',
  wording: 'Yes, write to me about new coffee.',
  place: 'Card at the fair in Milan, box 3',
  at: new Date('2026-05-30T10:00:00Z'),
};

describe('A claim that somebody agreed to marketing', () => {
  it('stands with its words, its place and its day', () => {
    expect(troubleOfClaim(claim, now)).toBeNull();
    expect(troubleOfClaim({ ...claim, at: now }, now)).toBeNull();
  });

  it.each<[string, Partial<ConsentClaim>, string]>([
    ['of every channel at once', { channel: 'any' }, 'channel'],
    ['of a channel nobody has', { channel: 'pigeon' }, 'channel'],
    ['without the words', { wording: ' \n' }, 'wording'],
    ['with more words than a ledger holds', { wording: 'a'.repeat(2001) }, 'wording'],
    ['without a place', { place: ' ' }, 'place'],
    ['with a place as long as a novel', { place: 'a'.repeat(501) }, 'place'],
    ['of tomorrow', { at: new Date('2026-06-02T12:00:00Z') }, 'at'],
    ['of a day long before anybody asked', { at: new Date('0202-05-30T10:00:00Z') }, 'at'],
    ['of no day at all', { at: new Date('never') }, 'at'],
  ])('is refused %s, and the field is named', (_, part, field) => {
    expect(troubleOfClaim({ ...claim, ...part }, now)).toMatchObject({ field });
  });
});
