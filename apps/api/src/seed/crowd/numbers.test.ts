import parsePhoneNumber from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { fixedLineAt, mobileAt } from './numbers.ts';

const COUNTRIES = ['GB', 'US', 'IT', 'FR', 'RO'] as const;

describe('the telephone numbers of a crowd', () => {
  it.each(COUNTRIES)('are numbers that the plan of %s knows, mobile ones mobile', (country) => {
    for (let n = 0; n < 400; n++) {
      const mobile = parsePhoneNumber(mobileAt(country, 4, n * 97).national, country);
      expect(mobile?.isValid(), mobile?.number).toBe(true);
      expect(mobile?.getType()).toBe(country === 'US' ? 'FIXED_LINE_OR_MOBILE' : 'MOBILE');
      const fixed = parsePhoneNumber(fixedLineAt(country, 4, n * 89).national, country);
      expect(fixed?.isValid(), fixed?.number).toBe(true);
    }
  });

  it.each(COUNTRIES)('gives a hundred thousand people in %s a number each', (country) => {
    const given = new Set<string>();
    for (let n = 0; n < 100_000; n++) given.add(mobileAt(country, 4, n).national);
    expect(given.size).toBe(100_000);
  });

  it('never gives an American the same number as a mobile and as a fixed line', () => {
    const mobile = new Set(Array.from({ length: 20_000 }, (_, n) => mobileAt('US', 4, n).national));
    for (let n = 0; n < 20_000; n++) expect(mobile.has(fixedLineAt('US', 4, n).national)).toBe(false);
  });
});
