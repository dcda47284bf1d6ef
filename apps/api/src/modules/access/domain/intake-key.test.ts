import { describe, expect, it } from 'vitest';
import { isUsable, readKey, writeKey } from './intake-key.ts';

const secret = `${'x_-'.repeat(14)}y`;

describe('an intake key', () => {
  it('is read back from the header it was written into, also when its secret holds underscores', () => {
    expect(readKey(`Bearer ${writeKey('abcdefgh27', secret)}`)).toEqual({ keyId: 'abcdefgh27', secret });
  });

  it.each([
    '',
    'Bearer',
    'Basic abc',
    `Bearer anc_short_${secret}`,
    `Bearer ${writeKey('abcdefgh27', secret)}z`,
  ])('is not seen in %j', (header) => expect(readKey(header)).toBeNull());

  it('is over when it was revoked or has expired', () => {
    const now = new Date('2026-11-21T12:00:00Z');
    expect(isUsable({ revokedAt: null, expiresAt: null }, now)).toBe(true);
    expect(isUsable({ revokedAt: now, expiresAt: null }, now)).toBe(false);
    expect(isUsable({ revokedAt: null, expiresAt: now }, now)).toBe(false);
    expect(isUsable({ revokedAt: null, expiresAt: new Date(now.getTime() + 1) }, now)).toBe(true);
  });
});
