import { describe, expect, it } from 'vitest';
import { isLoopback, networkOf } from './limits.ts';

describe('networkOf', () => {
  it.each([
    ['192.0.2.7', '192.0.2'],
    ['::ffff:192.0.2.7', '192.0.2'],
    ['2001:db8:1:2345:6::7', '2001:db8:1:23'],
    ['2001:db8::7', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    [null, 'unknown'],
  ])('%s belongs to %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('isLoopback', () => {
  it('knows this machine in every spelling a socket uses', () => {
    for (const here of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      expect(isLoopback(here)).toBe(true);
    for (const there of ['10.0.0.1', '128.0.0.1', '::2', null, '127.0.0.1.example.org'])
      expect(isLoopback(there)).toBe(false);
  });
});
