import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from './catalogue.ts';
import type { Locale } from './locales.ts';

const counted = async (locale: Locale, count: number): Promise<string> => {
  const intl = createIntl({ locale, messages: await loadCatalogue(locale) });
  const shown = new Intl.NumberFormat(locale).format(count);
  return intl.formatMessage({ id: 'customers.count' }, { count, shown });
};

describe('counting customers', () => {
  it('follows Romanian: 1 client, 2 clienți, 20 de clienți, 101 clienți', async () => {
    expect(await Promise.all([1, 2, 20, 101].map((count) => counted('ro', count)))).toEqual([
      '1 client',
      '2 clienți',
      '20 de clienți',
      '101 clienți',
    ]);
  });

  it('follows Italian and French into the millions', async () => {
    expect(await counted('it', 1_000_000)).toBe('1.000.000 di clienti');
    expect(await counted('fr', 1_000_000)).toBe('1\u202f000\u202f000 de clients');
    expect(await counted('it', 1)).toBe('1 cliente');
  });
});
