import { describe, expect, it } from 'vitest';
import { isNetwork, matchNetwork } from './match-network.ts';

describe('matchNetwork', () => {
  it.each([
    [['192.0.2.0/24'], '192.0.2.200', true],
    [['192.0.2.0/24'], '::ffff:192.0.2.200', true],
    [['192.0.2.0/24'], '192.0.3.1', false],
    [['2001:db8::/32'], '2001:db8:1::9', true],
    [['2001:db8::/32', '10.0.0.7'], '10.0.0.7', true],
    [['10.0.0.7'], '10.0.0.8', false],
    [['10.0.0.7'], null, false],
    [[], '8.8.8.8', true],
  ])('%o and %s: %s', (networks, address, inside) => expect(matchNetwork(networks, address)).toBe(inside));

  it('knows what is no network', () => {
    for (const wrong of ['', 'localhost', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::/129', '10.0.0'])
      expect(isNetwork(wrong)).toBe(false);
  });
});
