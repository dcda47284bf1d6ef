import { TableBuilder } from './build-table.ts';
import { firstModel } from './learn-model.ts';
import type { Learnt } from './match-one.ts';
import type { Model } from './model.ts';
import { Column, columns, type RecordKind } from './record.ts';

/** For how many records the prior stands: with fewer, chance agreements are rarer than it thinks, so it errs to the careful side. */
const priorRecords = 20_000;

/**
 * How often strangers share a value of each column when nothing was counted yet. Names: the chance that two people drawn at random
 * share one, in the order of what censuses of names publish (about 1 in 150 for given, 1 in 1,500 for family names); the rest by
 * what such a thing is. Rare on the safe side: a name that is common here is only known to be so after the first count.
 */
const rare: Partial<Record<number, number>> = {
  [Column.given]: 7e-3,
  [Column.middle]: 1e-2,
  [Column.family]: 7e-4,
  [Column.organisation]: 1e-4,
  [Column.email]: 1e-7,
  [Column.phone]: 1e-7,
  [Column.birth]: 5e-5,
  [Column.street]: 2e-5,
  [Column.postcode]: 5e-4,
  [Column.city]: 3e-2,
  [Column.state]: 1e-1,
  [Column.id]: 1e-8,
  [Column.web]: 1e-7,
  [Column.gender]: 0.5,
};

const priorModel = (kind: RecordKind): Model => ({
  ...firstModel(new TableBuilder().build(), kind),
  samePairs: [0.4 * priorRecords],
  relatedPairs: [0.2 * priorRecords],
  namesakePairs: [0.5 * priorRecords],
  allPairs: [(priorRecords * (priorRecords - 1)) / 2],
  sources: [],
});

let made: Learnt | undefined;

/**
 * What is known before anything was learnt: the engine's first guesses of how levels are seen (`features.ts`), for a house of 20,000
 * records. Made of judgement and published frequencies, never of a labelled set. A house that has run over everybody uses what it learnt.
 */
export function priorLearnt(): Learnt {
  made ??= {
    models: { person: priorModel('person'), organisation: priorModel('organisation') },
    statistics: {
      rare: columns.map((_, column) => rare[column] ?? 1e-3),
      often: columns.map(() => new Map()),
    },
  };
  return made;
}
