import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, daysBetween } from '#kernel/days';
import { differences } from '#kernel/near';
import { emptyFold, foldAll, foldIn, inOrder } from '#kernel/ordered-fold';
import { experienceFolding, type LivedMoment, readMemory, readSelves } from './experience-fold.ts';
import { customerMemory } from './remembered-customer.ts';
import { twoSelves } from './two-selves.ts';

const anyMoments = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    at: fc.integer({ min: 0, max: 400 }).map((day) => day * dayMs),
    interaction: fc.constantFrom('call', 'chat', 'visit'),
    v: fc.option(
      fc.integer({ min: -10, max: 10 }).map((n) => n / 10),
      { nil: null },
    ),
    d: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
  }),
  { selector: ({ id }) => id, maxLength: 25 },
);
const folding = experienceFolding();
const asOf = 500 * dayMs;

describe('a life, moment by moment', () => {
  it('kept up as it arrives equals from scratch, to the last bit, whatever the order of arrival', () => {
    fc.assert(
      fc.property(anyMoments, fc.infiniteStream(fc.nat()), (moments, luck) => {
        const arriving = moments
          .map((moment) => ({ moment, by: luck.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ moment }) => moment);
        const kept = emptyFold(folding);
        for (const moment of arriving) {
          if (moment.d === 7) foldIn(folding, kept, { ...moment, v: -1, at: moment.at + dayMs });
          foldIn(folding, kept, moment);
        }
        expect(kept).toEqual(foldAll(folding, moments));
      }),
    );
  });

  it('says what the two selves and the memory say of the same moments', () => {
    fc.assert(
      fc.property(anyMoments, (moments) => {
        const { state } = foldAll(folding, moments);
        const lives = new Map<string, LivedMoment[]>();
        for (const one of [...moments].sort(inOrder))
          lives.set(one.interaction, [...(lives.get(one.interaction) ?? []), one]);
        const selves = new Map([...lives].map(([interaction, some]) => [interaction, twoSelves(some)]));
        expect(readSelves(state)).toEqual(selves);
        const episodes = [...lives].map(([id, some]) => {
          const r = selves.get(id)!.remembered.value;
          return {
            id,
            r,
            ageDays: daysBetween(some.at(-1)!.at, asOf),
            salience: r === null ? 0 : Math.abs(r),
          };
        });
        expect(differences(readMemory(state, asOf), customerMemory(episodes))).toEqual([]);
      }),
    );
  });
});
