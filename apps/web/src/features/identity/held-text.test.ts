import { describe, expect, it } from 'vitest';
import { enumCodes, languages, sayerOf } from '#lib/intl/said-by-server.ts';
import { heldText } from './held-text.ts';

const heldBecause = 'The server’s own sentence.';

describe('why a run over everybody was held', () => {
  it.each(languages)('is said in %s, whatever the reason', async (locale) => {
    const say = await sayerOf(locale);
    const codes = enumCodes('HeldCode');
    expect(codes).not.toEqual([]);
    const said = codes.map((code) =>
      heldText({ heldBecause, held: { code, figure: 3, of: 9 } }, say, String),
    );
    expect(said).not.toContain(heldBecause);
  });

  it('names its figures', async () => {
    const held = { code: 'MANY_MOVES', figure: 311, of: 900 };
    expect(heldText({ heldBecause, held }, await sayerOf('it'), String)).toBe(
      '311 schede su 900 passerebbero ad altri clienti.',
    );
  });

  it('is said as the server says it where this web has no words for it, or the run is old', async () => {
    const say = await sayerOf('it');
    expect(heldText({ heldBecause, held: null }, say, String)).toBe(heldBecause);
    expect(heldText({ heldBecause, held: { code: 'NEW', figure: 1, of: null } }, say, String)).toBe(
      heldBecause,
    );
  });
});
