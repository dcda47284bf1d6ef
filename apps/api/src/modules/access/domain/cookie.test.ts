import { describe, expect, it } from 'vitest';
import { clearedCookie, cookieName, readCookie, sessionCookie } from './cookie.ts';

describe('the session cookie', () => {
  it('is bound to the host over HTTPS and closed to scripts everywhere', () => {
    expect(sessionCookie('t', true, 60)).toBe(
      '__Host-ancora=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure',
    );
    expect(sessionCookie('t', false, 60)).toBe('ancora=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=60');
    expect(clearedCookie(true)).toContain('Max-Age=0');
  });

  it('is read among others by its whole name', () => {
    expect(readCookie('x-ancora=no; ancora=yes; b=c', 'ancora')).toBe('yes');
    expect(readCookie('ancorax=no', 'ancora')).toBeNull();
    expect(readCookie(undefined, 'ancora')).toBeNull();
  });

  it('is nobody’s when it came twice', () => {
    expect(readCookie('ancora=a; ancora=b', 'ancora')).toBeNull();
  });

  it('has another name over HTTPS, so that a page without HTTPS cannot plant it', () => {
    expect(cookieName(true)).not.toBe(cookieName(false));
  });
});
