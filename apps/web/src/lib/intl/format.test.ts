import { describe, expect, it } from 'vitest';
import {
  formatAbout,
  formatAgo,
  formatDate,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatSigned,
} from './format.ts';

describe('formatting', () => {
  it('writes the same money as an Italian, a Romanian, a French and an English reader expects', () => {
    expect(formatMoney('it', 48_200, 'EUR')).toBe('48.200\u00a0€');
    expect(formatMoney('ro', 48_200, 'EUR')).toBe('48.200\u00a0EUR');
    expect(formatMoney('fr', 48_200, 'EUR')).toBe('48\u202f200\u00a0€');
    expect(formatMoney('en', 48_200, 'EUR')).toBe('€48,200');
  });

  it('keeps the cents of an amount that has some', () => {
    expect(formatMoney('en', 9.5, 'EUR')).toBe('€9.50');
  });

  it('writes evidence with its sign and chances without false precision', () => {
    expect(formatSigned('en', 18.94)).toBe('+18.9');
    expect(formatSigned('it', -1.23)).toBe('−1,2');
    expect(formatAbout('en', 483_912)).toBe('480,000');
    expect(formatPercent('en', 0.962)).toBe('96%');
    expect(formatPercent('it', 0.9932)).toBe('99,3%');
  });

  it('writes a day with a short month and no foreign order', () => {
    const at = new Date(2026, 10, 20, 9, 0);
    expect(formatDate('ro', at)).toBe('20 nov. 2026');
    expect(formatDate('ro', at, 'dateTime')).toBe('20 nov. 2026, 09:00');
    expect(formatDate('it', at)).toBe('20 nov 2026');
  });

  it('groups thousands by the language of the reader', () => {
    expect(formatNumber('ro', 100_412)).toBe('100.412');
    expect(formatNumber('en', 100_412)).toBe('100,412');
  });

  it('says how long ago something was in the largest whole unit', () => {
    const now = new Date('2026-11-21T12:00:00Z');
    expect(formatAgo('en', '2026-11-21T10:00:00Z', now)).toBe('2 hr. ago');
    expect(formatAgo('it', '2026-11-20T12:00:00Z', now)).toBe('ieri');
    expect(formatAgo('en', '2026-12-25T18:00:00Z', now)).toBe('in 1 month');
    expect(formatAgo('en', '2024-12-16T12:00:00Z', now)).toBe('23 months ago');
    expect(formatAgo('fr', '2024-12-16T12:00:00Z', now)).toBe('il y a 23 mois');
    expect(formatAgo('en', '2023-11-20T12:00:00Z', now)).toBe('3 yr. ago');
  });

  it('writes a month in words, because 25/03 is a day to most', () => {
    expect(formatMonth('en', '2025-03', true)).toBe('Mar 2025');
    expect(formatMonth('it', '2025-03', false)).toBe('mar');
  });
});
