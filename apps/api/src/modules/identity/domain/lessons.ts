import { featuresOf } from './engine/features.ts';
import type { Model } from './engine/model.ts';
import { oddsOf, probabilityOf, scorerOf, weigh } from './engine/model.ts';

/** Two records of which a person has decided whether they are one, in the form in which the engine compared them. */
export interface Lesson {
  level: Uint8Array;
  share: Float64Array;
  /** Where the two come from, as the model numbers it. */
  group: number;
  same: boolean;
}

/** What was taken from decisions of people; kept beside the model. */
export interface Taught {
  version: number;
  same: number;
  different: number;
  /** By so many bits the odds of all pairs were moved: above zero when people join more of what they are asked than was thought. */
  bits: number;
}

/** Version of the rules below. */
export const teachingVersion = 1;
/** What was learnt from counting weighs like this many pairs, against which decisions of people are laid. */
const counted = 400;
/** However many decisions there are, they are laid on at most this part of what was counted: people see the doubtful pairs only. */
const mostOfCounted = 0.5;
/** Odds are moved as if this many cases had come out as was thought, and by no more bits than this. */
const asThought = 20;
const mostBits = 2;

/**
 * Lets decisions of people change a model: how often records of one person, and of two, stand to each other so, by weighted counts; and
 * the odds of all pairs, by how often people join what they are asked about (a Platt offset with a strong prior). A few wrong decisions
 * move little; the order of decisions nothing. The model itself is left as it is.
 */
export function teach(model: Model, lessons: readonly Lesson[]): { model: Model; taught: Taught } {
  const same = lessons.filter((lesson) => lesson.same);
  const different = lessons.filter((lesson) => !lesson.same);
  const none: Taught = { version: teachingVersion, same: 0, different: 0, bits: 0 };
  if (lessons.length === 0) return { model, taught: none };
  const scorer = scorerOf(model);
  const weights = { same: 0, related: 0, stranger: 0 };
  const kin = different.map((lesson) => {
    const { related, stranger } = weigh(scorer, lesson, lesson.group, weights);
    return probabilityOf(related - stranger);
  });
  const features = featuresOf(model.kind, model.others);
  const told = {
    ...model,
    same: laid(model.same, features, same, () => 1),
    related: laid(model.related, features, different, (at) => kin[at]!),
    // What strangers share by chance is counted on all records, far better than on a few cases.
    stranger: model.stranger,
  };
  const bits = offset(told, lessons);
  return {
    model: { ...told, samePairs: told.samePairs.map((pairs) => pairs * 2 ** bits) },
    taught: { version: teachingVersion, same: same.length, different: different.length, bits },
  };
}

type Features = ReturnType<typeof featuresOf>;

function laid(
  chances: readonly (readonly number[])[],
  features: Features,
  lessons: readonly Lesson[],
  weightOf: (at: number) => number,
): number[][] {
  const all = lessons.reduce((sum, _, at) => sum + weightOf(at), 0);
  const scale = all > 0 ? Math.min(1, (counted * mostOfCounted) / all) : 0;
  return chances.map((levels, feature) => {
    const counts = levels.map(() => 0);
    lessons.forEach(({ level }, at) => {
      const found = level[feature] ?? 0;
      if (found > 0) counts[found]! += scale * weightOf(at);
    });
    const changed = [...levels];
    // Some levels are a set of their own, whose chances add up by themselves.
    for (const apart of [false, true]) {
      const inSet = levels.map(
        (_, at) => at > 0 && (features[feature]!.levels[at]!.apart ?? false) === apart,
      );
      const total = counts.reduce((sum, count, at) => sum + (inSet[at] ? count : 0), 0);
      levels.forEach((chance, at) => {
        if (inSet[at]) changed[at] = (chance * counted + counts[at]!) / (counted + total);
      });
    }
    return changed;
  });
}

/** By how many bits odds are to be moved so that as many are joined as people join (Platt 1999, the offset alone), found by halving. */
function offset(model: Model, lessons: readonly Lesson[]): number {
  const scorer = scorerOf(model);
  const weights = { same: 0, related: 0, stranger: 0 };
  const odds = lessons.map((lesson) => oddsOf(weigh(scorer, lesson, lesson.group, weights)));
  const joined = lessons.filter(({ same }) => same).length;
  const surplus = (bits: number): number =>
    odds.reduce((sum, one) => sum + probabilityOf(one + bits), 0) -
    joined +
    asThought * (probabilityOf(bits) - 0.5);
  let [low, high] = [-mostBits, mostBits];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (surplus(middle) > 0) high = middle;
    else low = middle;
  }
  return Number(((low + high) / 2).toFixed(6));
}
