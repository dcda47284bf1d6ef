import { describe, expect, it } from 'vitest';
import { languages, listedCodes, sayerOf } from '#lib/intl/said-by-server.ts';
import { causesText, causeText } from './row-reason-text.ts';

const message = 'The server’s own sentence.';

describe('why a row would do what it does', () => {
  it.each(languages)('is said in %s, whatever the reason', async (locale) => {
    const say = await sayerOf(locale);
    const codes = listedCodes('RowCause', 'code').filter((code) => code !== 'message');
    expect(codes.length).toBeGreaterThan(60);
    const values = ['system', 'into', 'role', 'kind', 'field'].map((name) => ({ name, value: name }));
    // For an English reader the server’s own sentence of a refused row says more: it names the value.
    const reader = locale === 'en' ? 'it' : locale;
    expect(codes.filter((code) => causeText({ code, message, values }, reader, say) === message)).toEqual([]);
  });

  it('names what agrees and how many have it', async () => {
    const say = await sayerOf('it');
    const values = [
      { name: 'value', value: 'ana@carpatia.example' },
      { name: 'count', value: '3' },
    ];
    const same = { code: 'same-email', message, values };
    const left = { code: 'deleted-there', message, values: [{ name: 'system', value: 'HubSpot' }] };
    expect(causesText([same, left], 'it', say)).toBe(
      'Stessa e-mail (ana@carpatia.example, 3 clienti) · Eliminato in HubSpot',
    );
  });

  it('is said as the server says it where this web has no words for it', async () => {
    const say = await sayerOf('it');
    expect(causeText({ code: 'new-trouble', message, values: [] }, 'it', say)).toBe(message);
  });
});
