import { describe, expect, it } from 'vitest';
import { isFreeProvider, readEmail } from './email.ts';

describe('readEmail', () => {
  it.each([
    ['Ada@X.org', 'ada@x.org', 'ada@x.org'],
    ['  ada@x.org ', 'ada@x.org', 'ada@x.org'],
    ['Ada Byron <ada@x.org>', 'ada@x.org', 'ada@x.org'],
    ['mailto:ada@x.org', 'ada@x.org', 'ada@x.org'],
    ['ada+news@x.org', 'ada+news@x.org', 'ada@x.org'],
    ['A.d.a+1@Gmail.com', 'a.d.a+1@gmail.com', 'ada@gmail.com'],
    ['a.d.a@googlemail.com', 'a.d.a@googlemail.com', 'ada@gmail.com'],
    ['a.d.a@x.org', 'a.d.a@x.org', 'a.d.a@x.org'],
    ['ada@bücher.de', 'ada@xn--bcher-kva.de', 'ada@xn--bcher-kva.de'],
  ])('reads %s', (raw, address, mailbox) => {
    expect(readEmail(raw)).toEqual({ address, mailbox, weak: false });
  });

  it.each(['', 'ada', 'ada@', '@x.org', 'ada@x', 'ada@@x.org', 'a b@x.org', 'ada@x.org, bob@x.org', 'n/a'])(
    'knows that “%s” is no mailbox',
    (raw) => {
      expect(readEmail(raw)).toBeNull();
    },
  );

  it.each([
    'info@x.org',
    'Sales@x.org',
    'no-reply@x.org',
    'segreteria@x.it',
    'contabilitate@x.ro',
    'nepasrepondre@x.fr',
    'test@x.org',
    'none@x.org',
    'office+a@x.org',
    'who@none.com',
  ])('knows that %s is nobody in particular', (raw) => {
    expect(readEmail(raw)?.weak).toBe(true);
  });

  it('reads its own address again as the same mailbox', () => {
    for (const raw of ['Ada+x@Gmail.com', 'ada@bücher.de', 'info@x.org']) {
      const first = readEmail(raw)!;
      expect(readEmail(first.address)).toEqual(first);
      expect(readEmail(first.mailbox)!.mailbox).toBe(first.mailbox);
    }
  });

  it('takes no provider of mailboxes for a company', () => {
    expect(isFreeProvider('gmail.com')).toBe(true);
    expect(isFreeProvider('x.org')).toBe(false);
  });
});
