import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absorb, type Current, nothingSaid, type Statement, saidAt, statementOf } from './statement.ts';

const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const fold = (said: readonly (readonly [Statement, number])[]): Current =>
  said.reduce<Current>((current, [statement, n]) => absorb(current, statement, day(n)).current, nothingSaid);

describe('What a record says', () => {
  it('is the newest of each value; blanks and older ones change nothing', () => {
    const current = fold([
      [{ values: { city: 'Iași', jobTitle: 'CTO' } }, 5],
      [{ values: { city: 'Cluj', language: 'ro' } }, 3],
    ]);
    expect(current.values).toEqual({ city: 'Iași', jobTitle: 'CTO', language: 'ro' });
    expect(saidAt(current, 'language')).toBe(day(3));
    expect(statementOf({ profile: { city: '  ', jobTitle: 'a\u0000b' } })).toEqual({
      values: { jobTitle: 'ab' },
    });
  });

  it('replaces its list of mailboxes when the source states a new one, and keeps what others mention', () => {
    const current = fold([
      [{ values: {}, emails: ['a@x.ro'] }, 1],
      [{ values: {}, emails: ['b@x.ro'], mention: true }, 2],
      [{ values: {}, emails: ['B@x.ro'], mention: true }, 3],
      [{ values: {}, emails: ['c@x.ro'] }, 4],
    ]);
    expect(current.emails).toEqual(['c@x.ro']);
    expect(current.mentioned?.emails).toEqual(['b@x.ro']);
  });

  it('is the same whatever the order of arrival', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    const statement: fc.Arbitrary<Statement> = fc
      .record({
        city: fc.option(value),
        jobTitle: fc.option(value),
        email: fc.option(value),
        mention: fc.boolean(),
      })
      .map(({ city, jobTitle, email, mention }) => ({
        values: { ...(city ? { city } : {}), ...(jobTitle ? { jobTitle } : {}) },
        ...(email ? { emails: [`${email}@x.ro`] } : {}),
        ...(mention ? { mention: true as const } : {}),
      }));
    const history = fc.array(statement, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (statements, random) => {
        const told = statements.map((said, n) => [said, n + 1] as const);
        const shuffled = [...told]
          .map((one) => ({ one, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const [inOrder, anyOrder] = [fold(told), fold(shuffled)];
        expect(anyOrder.values).toEqual(inOrder.values);
        expect(anyOrder.emails).toEqual(inOrder.emails);
        for (const attribute of Object.keys(inOrder.values))
          expect(saidAt(anyOrder, attribute)).toBe(saidAt(inOrder, attribute));
      }),
    );
  });

  it('can be taken back', () => {
    const current = fold([
      [{ values: { city: 'Iași' }, emails: ['a@x.ro'] }, 1],
      [{ values: {}, forgets: ['city', 'emails'] }, 2],
    ]);
    expect(current.values).toEqual({});
    expect(current.emails).toBeUndefined();
  });
});
