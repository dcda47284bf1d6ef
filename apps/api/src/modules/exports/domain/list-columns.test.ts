import { describe, expect, it } from 'vitest';
import { guessMapping } from '#modules/identity';
import { fileLanguages, habitsOf, listColumns, type ToldCustomer } from './list-columns.ts';

const ada: ToldCustomer = {
  id: '00000000-0000-7000-8000-000000000001',
  displayName: 'Ada Lovelace',
  givenName: 'Ada',
  familyName: 'Lovelace',
  jobTitle: null,
  companyName: 'Ovens and Sons',
  city: null,
  country: 'IT',
  language: 'it',
  stage: 'choice',
  ownerName: 'Dan',
  tags: ['vip', 'fair 2026'],
  openDeals: 1,
  openDealValue: 1234.5,
  currency: 'EUR',
  openTickets: 0,
  emailConsent: null,
  remembered: 61,
  lastInteractionAt: new Date('2026-03-02T08:00:00.250Z'),
  createdAt: new Date('2026-01-02T03:04:05Z'),
  emails: ['ada@example.org', 'ada@home.example'],
  phones: ['+39 02 1234 5678'],
};
const told = (name: string, language: (typeof fileLanguages)[number]) =>
  listColumns.find((column) => column.name === name)!.cell(ada, habitsOf(language));

describe('the columns of a list that leaves', () => {
  it.each(fileLanguages)('are known again by our own importer, named in %s', (language) => {
    const header = (name: string) => listColumns.find((column) => column.name === name)!.header[language];
    expect(guessMapping(listColumns.map((column) => column.header[language]))).toEqual({
      id: header('id'),
      fullName: header('name'),
      givenName: header('givenName'),
      familyName: header('familyName'),
      email: header('emails'),
      phone: header('phones'),
      company: header('company'),
      jobTitle: header('jobTitle'),
      city: header('city'),
      country: header('country'),
      language: header('language'),
      owner: header('owner'),
      tags: header('tags'),
    });
  });

  it.each(fileLanguages)('have a name each in %s that no other one has', (language) => {
    expect(new Set(listColumns.map((column) => column.header[language])).size).toBe(listColumns.length);
  });

  it('write amounts as the spreadsheets of the language read them, beside their currency', () => {
    expect([told('openDealValue', 'en'), told('currency', 'en')]).toEqual(['1234.50', 'EUR']);
    expect(told('openDealValue', 'it')).toBe('1234,50');
  });

  it('write times in ISO 8601, several values in one cell, and what nobody ever asked as unknown', () => {
    expect(told('lastInteraction', 'fr')).toBe('2026-03-02T08:00:00Z');
    expect(told('emails', 'en')).toBe('ada@example.org; ada@home.example');
    expect(told('tags', 'en')).toBe('vip; fair 2026');
    expect(told('emailConsent', 'en')).toBe('unknown');
  });
});
