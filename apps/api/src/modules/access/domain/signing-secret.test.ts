import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, isSigningSecret } from './signing-secret.ts';

const written = (bytes: Uint8Array): string => `whsec_${Buffer.from(bytes).toString('base64')}`;

describe('A signing secret', () => {
  it('is whsec_ and 24 to 64 bytes, with or without the signs that fill base64 up', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 90 }), (bytes) => {
        const right = bytes.length >= 24 && bytes.length <= 64;
        expect(isSigningSecret(written(bytes))).toBe(right);
        expect(isSigningSecret(written(bytes).replace(/=+$/, ''))).toBe(right);
      }),
    );
  });

  it.each([
    '',
    'whsec_',
    'secret',
    randomBytes(32).toString('base64'),
    'whsec_not base64 at all, but long enough',
  ])('is not “%s”', (text) => {
    expect(isSigningSecret(text)).toBe(false);
  });

  it('is known by four signs of it', () => {
    expect(beginningOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toBe('whsec_MfKQ');
  });
});
