import { describe, expect, it } from 'vitest';
import { FeatureNumber, featuresOf } from './engine/features.ts';
import { oddsOf, probabilityOf, scorerOf, weigh } from './engine/model.ts';
import { priorLearnt } from './engine/prior-learnt.ts';
import { type Lesson, teach } from './lessons.ts';

const model = { ...priorLearnt().models.person };
const features = featuresOf('person', []);

/** Two records of the same name and mailbox provider, whose phones differ: somebody who changed their number. */
function pair(levels: Partial<Record<keyof typeof FeatureNumber, number>>, same = true): Lesson {
  const level = new Uint8Array(features.length);
  const share = new Float64Array(features.length);
  for (const [name, at] of Object.entries(levels)) {
    const feature = FeatureNumber[name as keyof typeof FeatureNumber];
    level[feature] = at;
    if (at === 1) share[feature] = name === 'email' ? 1e-6 : 1e-3;
  }
  return { level, share, group: 0, same };
}
const changedPhone = (same: boolean) => pair({ given: 1, family: 1, birth: 1, phone: 4 }, same);
const chanceOf = (of: typeof model, lesson: Lesson) =>
  probabilityOf(oddsOf(weigh(scorerOf(of), lesson, lesson.group, { same: 0, related: 0, stranger: 0 })));
const many = (count: number, lesson: Lesson): Lesson[] => Array.from({ length: count }, () => lesson);

describe('Decisions of people', () => {
  it('make likelier what people keep joining, and less likely what they keep apart', () => {
    const asked = changedPhone(true);
    const before = chanceOf(model, asked);
    expect(chanceOf(teach(model, many(60, changedPhone(true))).model, asked)).toBeGreaterThan(before);
    expect(chanceOf(teach(model, many(60, changedPhone(false))).model, asked)).toBeLessThan(before);
  });

  it('tell how often people join what they are asked about, within bounds', () => {
    expect(teach(model, many(200, changedPhone(false))).taught.bits).toBeLessThan(0);
    expect(teach(model, many(5_000, changedPhone(false))).taught.bits).toBeGreaterThanOrEqual(-2);
    expect(
      teach(model, many(5_000, pair({ given: 8, family: 1, email: 1 }))).taught.bits,
    ).toBeLessThanOrEqual(2);
  });

  it('are wrecked by no few wrong ones', () => {
    const right = [
      ...many(40, changedPhone(true)),
      ...many(20, pair({ given: 8, family: 1, email: 1 }, false)),
    ];
    const asked = changedPhone(true);
    const taught = chanceOf(teach(model, right).model, asked);
    const amiss = chanceOf(teach(model, [...right, ...many(3, changedPhone(false))]).model, asked);
    expect(Math.abs(taught - amiss)).toBeLessThan(0.03);
    // A person of the same name, day of birth and mailbox is sure, whatever three people clicked.
    const sure = pair({ given: 1, family: 1, birth: 1, email: 1 });
    expect(chanceOf(teach(model, many(3, { ...sure, same: false })).model, sure)).toBeGreaterThan(0.99);
  });

  it('count the same in any order, and none leave the model as it was', () => {
    const some = [
      changedPhone(true),
      pair({ given: 8, family: 1, email: 1 }, false),
      pair({ given: 1, family: 8, email: 1 }),
    ];
    const [one, other] = [teach(model, some), teach(model, [...some].reverse())];
    expect(one.taught).toEqual(other.taught);
    one.model.same.flat().forEach((chance, at) => {
      expect(chance).toBeCloseTo(other.model.same.flat()[at]!, 12);
    });
    expect(teach(model, []).model).toBe(model);
  });

  it('leave each set of chances adding up to one', () => {
    const { model: taught } = teach(model, [
      ...many(30, changedPhone(true)),
      ...many(30, pair({ given: 8, family: 1 }, false)),
    ]);
    for (const pick of ['same', 'related'] as const)
      taught[pick].forEach((levels, feature) => {
        const sum = (chances: readonly number[], apart: boolean) =>
          chances.reduce(
            (all, chance, at) =>
              at > 0 && (features[feature]!.levels[at]!.apart ?? false) === apart ? all + chance : all,
            0,
          );
        for (const apart of [false, true]) {
          const before = sum(model[pick][feature]!, apart);
          // What adds up to one still does; first guesses are rounded.
          expect(Math.abs(sum(levels, apart) - before)).toBeLessThan(0.02);
        }
      });
  });
});
