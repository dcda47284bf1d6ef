import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { showIdentifier, shownPhone } from './shown-identifier.ts';

describe('A phone as people write it', () => {
  it('is written the way of its country, with its code', () => {
    expect(shownPhone('+40721000111')).toBe('+40 721 000 111');
    expect(shownPhone('+40721000222')).toBe('+40 721 000 222');
    expect(shownPhone('+39068765432')).toBe('+39 06 876 5432');
  });

  it('is the same whether the grammar is asked or remembered, in every country', () => {
    for (const country of getCountries()) {
      const example = getExampleNumber(country, examples)?.number;
      if (!example) continue;
      for (let last = 0; last < 1000; last += 37) {
        const number = example.slice(0, -3) + String(last).padStart(3, '0');
        const shown = parsePhoneNumberFromString(number)?.formatInternational() ?? null;
        expect(`${country} ${shownPhone(number)}`).toBe(`${country} ${shown}`);
      }
    }
  });

  it('is as it was received when no country has such a number', () => {
    expect(shownPhone('0721000111')).toBeNull();
    expect(showIdentifier('phone', '0721 000 111', shownPhone('0721000111'))).toBe('0721 000 111');
    expect(showIdentifier('handle:linkedin', 'ada', null)).toBe('linkedin: ada');
  });
});
