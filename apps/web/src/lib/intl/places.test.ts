import { describe, expect, it } from 'vitest';
import { placeCode, placeText, zoneText } from './places.ts';

describe('countries and languages', () => {
  it('are said in the reader’s language, whether a source writes a code or a word', () => {
    expect(placeText('ro', 'region', 'IT')).toBe('Italia');
    expect(placeText('fr', 'region', 'United Kingdom')).toBe('Royaume-Uni');
    expect(placeText('it', 'language', 'Romanian')).toBe('rumeno');
    expect(placeText('en', 'language', 'en-GB')).toBe('British English');
  });

  it('stay as the source writes them when nobody knows them', () => {
    expect(placeText('en', 'region', 'Ruritania')).toBe('Ruritania');
    expect(placeText('en', 'language', 'klingon?')).toBe('klingon?');
    expect(placeCode('region', 'Franța')).toBe('FR');
  });
});

it('a clock is named by the country that reads it, in the reader’s language, and by its own name when nobody knows it', () => {
  expect(zoneText('en', 'Europe/London')).toBe('United Kingdom Time');
  expect(zoneText('it', 'Europe/London')).toBe('Ora Regno Unito');
  expect(zoneText('ro', 'Nowhere/Atall')).toBe('Nowhere/Atall');
});
