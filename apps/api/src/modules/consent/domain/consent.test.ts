import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldConsent, foldConsents, joinConsents } from './consent.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const said = (
  state: 'granted' | 'withdrawn',
  n: number,
  proof = false,
  channel = 'email',
  sourceRecordId = 'hubspot',
) => ({
  sourceRecordId,
  purpose: 'marketing',
  channel,
  state,
  at: day(n),
  wording: null,
  evidence: proof ? { optInAt: day(n).toISOString() } : {},
});

describe('whether somebody may be contacted', () => {
  it.each([
    ['nobody knows without a word', [], 'unknown'],
    ['yes, with proof', [said('granted', 1, true)], 'granted'],
    ['a word without proof makes nothing looser', [said('granted', 1)], 'unknown'],
    ['no, after they left', [said('granted', 1, true), said('withdrawn', 2)], 'withdrawn'],
    [
      'no, though a file says yes later without proof',
      [said('withdrawn', 1), said('granted', 2)],
      'withdrawn',
    ],
    ['yes, when they came back with proof', [said('withdrawn', 1), said('granted', 2, true)], 'granted'],
    [
      'no, when an old proof arrives after they left',
      [said('withdrawn', 2), said('granted', 1, true)],
      'withdrawn',
    ],
    ['no, when both happened at one moment', [said('granted', 1, true), said('withdrawn', 1)], 'withdrawn'],
    [
      'no, when they left every channel',
      [said('granted', 1, true), said('withdrawn', 2, false, 'any')],
      'withdrawn',
    ],
    [
      'yes, when they left another channel',
      [said('granted', 1, true), said('withdrawn', 2, false, 'sms')],
      'granted',
    ],
  ] as const)('%s', (_, entries, state) => {
    expect(foldConsent(entries, 'marketing', 'email').state).toBe(state);
  });

  it('is answered for each purpose and channel that was ever named, with the entries that were weighed', () => {
    const consents = foldConsents([said('granted', 1, true), said('withdrawn', 2, false, 'sms')]);
    expect(consents.map(({ channel, state }) => [channel, state])).toEqual([
      ['email', 'granted'],
      ['sms', 'withdrawn'],
    ]);
    expect(consents[0]?.ledger).toHaveLength(1);
  });

  it('is no as long as one system knows a withdrawal that it was not told the end of', () => {
    const left = said('withdrawn', 1);
    const agreed = said('granted', 2, true, 'email', 'mailchimp');
    expect(foldConsent([left, agreed], 'marketing', 'email')).toMatchObject({
      state: 'withdrawn',
      because: left,
    });
    expect(foldConsent([left, agreed, said('granted', 3, true)], 'marketing', 'email').state).toBe('granted');
  });

  const entryOf = (...records: string[]) =>
    fc
      .tuple(
        fc.constantFrom('granted' as const, 'withdrawn' as const),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        fc.constantFrom(...records),
      )
      .map(([state, n, proof, record]) => said(state, n, proof, 'email', record));
  const anyEntry = entryOf('hubspot', 'mailchimp');

  it('is, when two are joined, withdrawn where one of them withdrew, and granted only where one of them granted', () => {
    fc.assert(
      fc.property(fc.array(entryOf('a', 'b')), fc.array(entryOf('c', 'd')), (survivor, other) => {
        for (const joined of joinConsents(survivor, other)) {
          const both = [joined.survivor, joined.other];
          expect(joined.result).toBe(
            both.includes('withdrawn') ? 'withdrawn' : both.includes('granted') ? 'granted' : 'unknown',
          );
        }
      }),
    );
  });

  it('never becomes looser by a word without proof, whatever else was said and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), fc.integer({ min: 1, max: 9 }), (entries, n) => {
        const before = foldConsent(entries, 'marketing', 'email').state;
        const after = foldConsent([...entries, said('granted', n)], 'marketing', 'email').state;
        expect(after).toBe(before);
        expect(foldConsent([...entries].reverse(), 'marketing', 'email').state).toBe(before);
      }),
    );
  });
});
