import { describe, expect, it } from 'vitest';
import { checkNewUser, checkPassword, normaliseEmail } from './user.ts';

const ada = {
  name: 'Ada',
  email: 'ada@example.org',
  role: 'marketer',
  password: 'a long enough secret',
} as const;

describe('a new person', () => {
  it('is taken with a name, an address, a role and a password', () => {
    expect(checkNewUser(ada)).toBeNull();
  });

  it.each([
    [{ name: '  ' }, 'NAME_NEEDED'],
    [{ email: 'nobody' }, 'BAD_EMAIL'],
    [{ email: 'a b@example.org' }, 'BAD_EMAIL'],
    [{ role: 'machine' as const }, 'BAD_ROLE'],
    [{ password: '' }, 'PASSWORD_NEEDED'],
    [{ password: 'short' }, 'PASSWORD_TOO_WEAK'],
    [{ password: 'Ada@Example.org  ' }, 'PASSWORD_TOO_WEAK'],
    [{ password: 'aaaaaaaaaaaaaaaa' }, 'PASSWORD_TOO_WEAK'],
    [{ password: 'Password12345' }, 'PASSWORD_TOO_WEAK'],
  ])('is refused with %o', (change, code) => {
    expect(checkNewUser({ ...ada, ...change })?.code).toBe(code);
  });

  it('is found by the address however it was typed', () => {
    expect(normaliseEmail(' Ada@Example.ORG ')).toBe('ada@example.org');
  });

  it('may not choose a password so long that hashing it is work for an attacker to give', () => {
    expect(checkPassword('ab1!'.repeat(60), 'x@y')).toMatchObject({ code: 'PASSWORD_TOO_WEAK' });
  });
});
