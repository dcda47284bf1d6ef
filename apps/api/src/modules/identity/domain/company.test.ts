import { describe, expect, it } from 'vitest';
import { readCountry } from '#kernel/read-country';
import { companyDomain, matchCompany, matchName, readCompany } from './company.ts';

describe('Companies', () => {
  it.each([
    ['Acme Inc.', 'acme'],
    ['ACME, S.r.l.', 'acme'],
    ['Fabrica de Pâine SRL', 'fabrica de paine'],
    ['Société Générale SA', 'societe generale'],
    ['Group', 'group'],
  ])('are called the same with and without their legal form: %s', (name, expected) => {
    expect(matchName(name)).toBe(expected);
  });

  it('have a domain of their own, not that of their mail provider', () => {
    expect(companyDomain('https://www.Acme.co.uk/about')).toBe('acme.co.uk');
    expect(companyDomain('gmail.com')).toBeNull();
    expect(companyDomain('no domain')).toBeNull();
  });

  it('are the same by domain, or by name where neither domain nor country speaks against it', () => {
    const known = [
      { id: '1', matchName: 'acme', domain: 'acme.com', country: 'US' },
      { id: '2', matchName: 'mill', domain: null, country: 'RO' },
    ];
    const match = (ref: Parameters<typeof readCompany>[0]) =>
      matchCompany(readCompany(ref)!, known)?.id ?? null;
    expect(match({ domain: 'www.acme.com' })).toBe('1');
    expect(match({ name: 'Acme Inc' })).toBe('1');
    expect(match({ name: 'Acme', domain: 'acme.it' })).toBeNull();
    expect(match({ name: 'Mill SRL', profile: { country: 'Romania' } })).toBe('2');
    expect(match({ name: 'Mill', profile: { country: 'Italy' } })).toBeNull();
    expect(readCompany({})).toBeNull();
  });

  it.each([
    ['Romania', 'RO'],
    ['Italia', 'IT'],
    ['États-Unis', 'US'],
    ['usa', 'US'],
    ['UK', 'GB'],
    ['Regatul Unit', 'GB'],
    ['de', 'DE'],
    ['Atlantis', null],
  ])('knows the country %s', (written, code) => {
    expect(readCountry(written)).toBe(code);
  });
});
