import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import type { Language } from './names/lists.ts';
import { homePhone, officePhone } from './phones.ts';

const languages: Language[] = ['en', 'it', 'fr', 'ro'];

describe('the telephone numbers of the demo company', () => {
  it('are valid to libphonenumber and of the country they say', () => {
    for (const language of languages)
      for (let n = 0; n < 40_000; n += 211)
        for (const phone of [homePhone(language, n), officePhone(language, n)]) {
          const parsed = parsePhoneNumberFromString(phone.national, phone.country);
          expect(parsed?.isValid(), `${phone.country} ${phone.national}`).toBe(true);
        }
  });

  it('are different for the first ten thousand of each language', () => {
    for (const language of languages) {
      const numbers = Array.from({ length: 10_000 }, (_, n) => homePhone(language, n).national);
      expect(new Set(numbers).size).toBe(10_000);
    }
  });

  it('of a home and of an office never meet', () => {
    for (const language of languages) {
      const homes = new Set(Array.from({ length: 12_000 }, (_, n) => homePhone(language, n).national));
      for (let n = 0; n < 300; n++) expect(homes.has(officePhone(language, n).national)).toBe(false);
    }
  });
});
