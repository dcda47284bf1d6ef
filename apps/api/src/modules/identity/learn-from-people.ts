import type { Db } from '#platform/database';
import { readLessons } from './data/read-lessons.ts';
import { storedRecordsById } from './data/read-people.ts';
import { newAgreement } from './domain/engine/agreement.ts';
import { TableBuilder } from './domain/engine/build-table.ts';
import { comparePair } from './domain/engine/compare-pair.ts';
import { featuresOf } from './domain/engine/features.ts';
import type { Learnt } from './domain/engine/match-one.ts';
import { applyStatistics } from './domain/engine/value-statistics.ts';
import { type Lesson, type Taught, teach } from './domain/lessons.ts';
import { formOf } from './form.ts';

/** Older decisions than these say less of how things are now. */
const lessonsAtMost = 2_000;

/** What people have decided about pairs of records until now, compared by what was learnt. */
export async function lessonsOf(db: Db, { models, statistics }: Learnt): Promise<Lesson[]> {
  const stored = await readLessons(db, lessonsAtMost);
  const records = new Map(
    (
      await storedRecordsById(db, [...new Set(stored.flatMap((one) => [one.recordId, one.otherRecordId]))])
    ).map((record) => [record.recordId, formOf(record)]),
  );
  const builder = new TableBuilder([], models.person.sources);
  for (const [id, { source, record }] of records) builder.add(id, source, record);
  const table = builder.build();
  applyStatistics(table, statistics);
  const rows = new Map(table.ids.map((id, row) => [id, row]));
  const features = featuresOf('person', []).length;
  return stored.flatMap(({ recordId, otherRecordId, same }) => {
    const [a, b] = [rows.get(recordId), rows.get(otherRecordId)];
    if (a === undefined || b === undefined || table.kind[a] === 1 || table.kind[b] === 1) return [];
    const agreement = newAgreement(features);
    comparePair(table, table.lists, a, table.lists, b, agreement);
    const source = table.sources[table.source[a]!];
    const at = table.source[a] === table.source[b] ? models.person.sources.indexOf(source!) + 1 : 0;
    const group = at < models.person.samePairs.length ? at : 0;
    return [{ level: agreement.level, share: agreement.share, group, same }];
  });
}

/** What was learnt by counting, with what people have decided laid on it. */
export async function taughtBy(
  db: Db,
  learnt: Learnt,
): Promise<{ models: Learnt['models']; taught: Taught }> {
  const { model, taught } = teach(learnt.models.person, await lessonsOf(db, learnt));
  return { models: { ...learnt.models, person: model }, taught };
}
