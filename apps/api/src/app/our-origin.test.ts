import { describe, expect, it } from 'vitest';
import { isOurOrigin } from './our-origin.ts';

describe('A page that asks', () => {
  it('is ours when its origin is the host it asks, or the public address', () => {
    expect(isOurOrigin({ origin: 'http://127.0.0.1:4000', host: '127.0.0.1:4000' })).toBe(true);
    expect(
      isOurOrigin({ origin: 'https://crm.example', host: '10.0.0.5:4000' }, 'https://crm.example/'),
    ).toBe(true);
    expect(isOurOrigin({ host: '127.0.0.1:4000' })).toBe(true);
  });
  it('is foreign otherwise, also when it only looks alike', () => {
    expect(isOurOrigin({ origin: 'http://evil.example', host: '127.0.0.1:4000' })).toBe(false);
    expect(isOurOrigin({ origin: 'http://127.0.0.1:4001', host: '127.0.0.1:4000' })).toBe(false);
    expect(isOurOrigin({ origin: 'null', host: '127.0.0.1:4000' })).toBe(false);
    expect(isOurOrigin({ origin: 'http://crm.example', host: 'x' }, 'https://crm.example')).toBe(false);
  });
});
