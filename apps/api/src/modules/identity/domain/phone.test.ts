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

  it('keeps the digits of a number whose country is not known, and links nobody by them', () => {
    expect(readPhone('0721 000 111', null)).toEqual({ value: '0721000111', weak: true });
  });
});
