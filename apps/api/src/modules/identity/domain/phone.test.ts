import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import { readPhone } from './phone.ts';

describe('readPhone', () => {
  it.each([
    ['+40721000111', null, '+40721000111'],
    ['+40 721 000 111', null, '+40721000111'],
    ['0040 721 000 111', null, '+40721000111'],
    ['0721.000.111', 'RO', '+40721000111'],
    ['(0721) 000-111', 'RO', '+40721000111'],
    ['+44 (0)20 7946 0018', null, '+442079460018'],
    ['06 698 12345', 'IT', '+390669812345'],
    ['06 12 34 56 79', 'FR', '+33612345679'],
    ['(212) 736-5000', 'US', '+12127365000'],
  ])('reads %s dialled in %s', (raw, country, value) => {
    expect(readPhone(raw, country)).toEqual({ value, weak: false });
  });

  it.each(['', 'n/a', '12', '-', 'call me'])('knows that “%s” is no phone', (raw) => {
    expect(readPhone(raw, 'RO')).toBeNull();
  });

  it.each(['0000000000', '+40 1234567', '123456789', '+19999999999'])(
    'knows that %s points at nobody',
    (raw) => {
      expect(readPhone(raw, null)?.weak ?? true).toBe(true);
    },
  );

  it('reads what is written plainly as the full grammar does', () => {
    const code = fc.constantFrom(
      '40',
      '33',
      '49',
      '34',
      '351',
      '373',
      '52',
      '55',
      '54',
      '91',
      '86',
      '39',
      '44',
      '1',
      '998',
    );
    const national = fc.stringMatching(/^[0-9]{5,12}$/);
    fc.assert(
      fc.property(code, national, (country, digits) => {
        const raw = `+${country} ${digits.slice(0, 3)} ${digits.slice(3)}`;
        const number = parsePhoneNumberFromString(raw);
        const expected = number?.isPossible() ? number.number : `${country}${digits}`.slice(0, 15);
        expect(readPhone(raw, null)?.value).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps the digits of a number whose country is not known, and links nobody by them', () => {
    expect(readPhone('0721 000 111', null)).toEqual({ value: '0721000111', weak: true });
  });
});
