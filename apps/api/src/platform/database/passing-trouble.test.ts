import { describe, expect, it } from 'vitest';
import { hasLostDatabase, isPassingTrouble } from './passing-trouble.ts';

const coded = (code: string) => Object.assign(new Error('x'), { code });
const named = (name: string) => Object.assign(new Error('x'), { name });

describe('trouble that passes by itself', () => {
  it.each([
    coded('ECONNREFUSED'),
    coded('57P01'),
    coded('08006'),
    coded('55P03'),
    new Error('Connection terminated unexpectedly'),
    new Error('Client was closed and is not queryable'),
    new Error('Client has encountered a connection error and is not queryable'),
    named('TransactionNotStartedError'),
  ])('is a database that is away or busy: %s', (error) => expect(isPassingTrouble(error)).toBe(true));

  it.each([coded('22P02'), coded('23505'), new TypeError('x is undefined'), 'text'])(
    'is not a mistake of ours or of the data: %s',
    (error) => expect(isPassingTrouble(error)).toBe(false),
  );

  it('tells a database that is away from a transaction that lost its turn', () => {
    expect(
      [coded('57P01'), coded('ECONNREFUSED'), new Error('Connection terminated')].every(hasLostDatabase),
    ).toBe(true);
    expect([coded('40001'), coded('57014'), coded('23505')].some(hasLostDatabase)).toBe(false);
  });
});
