import { describe, expect, it } from 'vitest';
import { placeCode, placeText } from './places.ts';

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
