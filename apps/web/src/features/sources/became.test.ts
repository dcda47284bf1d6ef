import { describe, expect, it } from 'vitest';
import { languages, sayerOf } from '#lib/intl/said-by-server.ts';
import { type Became, becameOf, becameText } from './became.ts';

const refusal = (code: string, message = 'Its sentence.') =>
  ({ __typename: 'Refusal', code, message }) as const;
const still = { what: 'still', code: 'unknown-kind', message: 'kind: nobody understands “fax”.' } as const;

describe('what became of something unread that was tried again', () => {
  it.each([
    [{ __typename: 'SignalTaken', outcome: 'taken' } as const, { what: 'taken' }],
    [{ __typename: 'SignalTaken', outcome: 'duplicate' } as const, { what: 'known' }],
    [{ __typename: 'SignalTaken', outcome: 'skipped' } as const, { what: 'nothing' }],
    [refusal('CONFLICT'), { what: 'known' }],
    [refusal('UNREADABLE_MISSING'), { what: 'settled' }],
    [refusal('UNKNOWN_SHAPE'), { what: 'still', code: 'unknown-shape', message: 'Its sentence.' }],
  ])('is read of %j', (answer, became) => {
    expect(becameOf(answer)).toEqual(became);
  });

  it('is counted by kind, with the reason where all that wait on have the same', async () => {
    const say = await sayerOf('en');
    const all: Became[] = [still, { what: 'taken' }, { what: 'known' }, { what: 'taken' }];
    expect(becameText(all, 'en', say)).toBe(
      '2 messages were taken in · 1 message was already known · 1 message still cannot be read: kind: nobody understands “fax”.',
    );
    expect(becameText([still, { ...still, message: 'Another.' }], 'en', say)).toBe(
      '2 messages still cannot be read',
    );
  });

  it('says the reason in the reader’s language', async () => {
    expect(becameText([still], 'it', await sayerOf('it'))).toBe(
      '1 messaggio resta illeggibile: Tipo di messaggio sconosciuto',
    );
  });

  it.each(languages)('has words in %s for each kind, for one, few and many', async (locale) => {
    const say = await sayerOf(locale);
    for (const one of [
      still,
      ...(['taken', 'known', 'nothing', 'settled'] as const).map((what) => ({ what })),
    ])
      for (const count of [1, 3, 25])
        expect(becameText(Array<Became>(count).fill(one), locale, say)).toContain(String(count));
  });
});
