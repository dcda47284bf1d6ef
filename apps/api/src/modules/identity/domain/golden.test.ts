import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseGolden, type Witness } from './golden.ts';
import { mailboxSaidAgain } from './known-mailbox.ts';
import { absorb, nothingSaid, type Statement } from './statement.ts';

const witness = (system: string, at: string, statement: Statement, key = `${system}-1`): Witness => ({
  recordId: `record-of-${key}`,
  sourceKey: system,
  sourceName: system.toUpperCase(),
  sourceSystem: system,
  key,
  createdAt: at,
  current: absorb(nothingSaid, statement, at).current,
});
const [older, newer] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];

describe('The golden record', () => {
  it('takes the most recent observation, and says why', () => {
    const { city, golden } = chooseGolden([
      witness('hubspot', older, { values: { city: 'Iași' } }),
      witness('zendesk', newer, { values: { city: 'Cluj' } }),
    ]);
    expect(city).toBe('Cluj');
    expect(golden.city).toEqual({
      value: 'Cluj',
      recordId: 'record-of-zendesk-1',
      sourceName: 'ZENDESK',
      rule: 'most-recent',
      at: newer,
    });
  });

  it('puts what a person pinned here before everything', () => {
    const { displayName, golden } = chooseGolden([
      witness('ancora', older, { values: { fullName: 'Ada King' } }),
      witness('zendesk', newer, { values: { fullName: 'Ada Byron' } }),
    ]);
    expect(displayName).toBe('Ada King');
    expect(golden.displayName?.rule).toBe('pinned');
  });

  it('asks the more trusted source when two speak at once', () => {
    const said = (city: string): Statement => ({ values: { city } });
    const { city, golden } = chooseGolden([
      witness('mailchimp', newer, said('Iași')),
      witness('salesforce', newer, said('Cluj')),
    ]);
    expect([city, golden.city?.rule]).toEqual(['Cluj', 'most-trusted']);
  });

  it('keeps a name whole: given and family name come from one record', () => {
    const chosen = chooseGolden([
      witness('hubspot', older, { values: { givenName: 'Ada', familyName: 'Byron' } }),
      witness('zendesk', newer, { values: { fullName: 'ada' } }),
    ]);
    expect(chosen).toMatchObject({ displayName: 'Ada Byron', givenName: 'Ada', familyName: 'Byron' });
  });

  it('shows a mailbox, a phone or the key of whom it knows no name', () => {
    expect(
      chooseGolden([witness('hubspot', older, { values: {}, emails: ['Info@X.ro', 'ada@x.ro'] })])
        .displayName,
    ).toBe('ada@x.ro');
    const phones = ['0721 000 111'];
    expect(
      chooseGolden([witness('hubspot', older, { values: { country: 'Romania' }, phones })]).displayName,
    ).toBe('+40721000111');
    expect(chooseGolden([witness('hubspot', older, { values: {}, phones })]).displayName).toBe(phones[0]);
    expect(chooseGolden([witness('hubspot', older, { values: {} }, 'contact:7')]).displayName).toBe(
      'HUBSPOT contact:7',
    );
  });

  it('is the same to the byte in whatever order the records are read', () => {
    const statement = fc
      .record({
        fullName: fc.constantFrom('Ada Byron', 'Ada', 'A. Byron'),
        city: fc.constantFrom('Iași', 'Cluj'),
      })
      .map((values): Statement => ({ values, emails: ['a@x.ro'], tags: ['t'] }));
    const someone = fc
      .tuple(fc.constantFrom('hubspot', 'zendesk', 'ancora'), fc.constantFrom(older, newer), statement)
      .map(([system, at, said]) => ({ system, at, said }));
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 5 }), (sketches) => {
        const all = sketches.map(({ system, at, said }, n) => witness(system, at, said, `k${n}`));
        expect(JSON.stringify(chooseGolden([...all].reverse()))).toBe(JSON.stringify(chooseGolden(all)));
      }),
    );
  });
});

describe('A mailbox that is said again', () => {
  const mails = ['ada@x.ro', 'Ada@X.ro', 'ada@y.ro', 'no mailbox', 'info@x.ro'];
  const statement: fc.Arbitrary<Statement> = fc.record(
    {
      values: fc.constantFrom<Record<string, string>>({}, {}, { fullName: 'Ada Byron' }, { city: 'Cluj' }),
      emails: fc.subarray(mails, { maxLength: 2 }),
      phones: fc.constantFrom(undefined, undefined, ['+40721000111']),
      mention: fc.constantFrom(undefined, true as const),
    },
    { requiredKeys: ['values'] },
  );
  const records = (from: number, most: number): fc.Arbitrary<Witness[]> =>
    fc
      .array(
        fc.tuple(fc.constantFrom('hubspot', 'ancora', 'csv'), fc.integer({ min: 1, max: 9 }), statement),
        {
          minLength: 1,
          maxLength: most,
        },
      )
      .map((all) =>
        all.map(([system, day, said], n) =>
          witness(system, `2026-01-0${day}T00:00:00.000Z`, said, `key ${from + n}`),
        ),
      );

  it('changes nothing but who said it last, or is not told apart', () => {
    let again = 0;
    fc.assert(
      fc.property(records(0, 3), records(3, 2), (known, coming) => {
        const email = mailboxSaidAgain(known, coming);
        if (!email) return;
        again += 1;
        const before = chooseGolden(known);
        expect(chooseGolden([...known, ...coming])).toEqual({
          ...before,
          golden: { ...before.golden, email },
        });
      }),
      { numRuns: 3_000, seed: 20261129 },
    );
    expect(again).toBeGreaterThan(50);
  });
});
