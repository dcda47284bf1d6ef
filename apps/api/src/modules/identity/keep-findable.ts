import type { Tx } from '#platform/database';
import { type FindableRecord, keepFindable, knowledgeOf, makeFindable } from './data/match-online.ts';
import { ownRoom, TableBuilder } from './domain/engine/build-table.ts';
import { eachKeptKey, type Learnt } from './domain/engine/match-one.ts';
import { normalisationVersion } from './domain/engine/normalise-record.ts';
import { applyStatistics } from './domain/engine/value-statistics.ts';
import { formOf } from './matching.ts';
import type { KnownRecord } from './people.ts';

/** Keeps what these records say now where the engine finds it again. */
export async function keepRecordsFindable(
  tx: Tx,
  records: readonly (Pick<KnownRecord, 'recordId' | 'sourceKey' | 'current' | 'phoneCountry'> &
    Partial<Pick<KnownRecord, 'isNew'>>)[],
  by?: Learnt,
): Promise<void> {
  if (records.length === 0) return;
  const learnt = by ?? (await knowledgeOf(tx)).learnt;
  const forms = new Map(records.map((record) => [record.recordId, formOf(record)]));
  const builder = new TableBuilder([], [], ownRoom);
  for (const [id, { source, record }] of forms) builder.add(id, source, record);
  const table = builder.build();
  applyStatistics(table, learnt.statistics);
  const keys = table.ids.map((): number[] => []);
  eachKeptKey(table, (row, key) => keys[row]!.push(key));
  const unseen = new Set(records.flatMap(({ recordId, isNew }) => (isNew ? [recordId] : [])));
  const [fresh, known]: [FindableRecord[], FindableRecord[]] = [[], []];
  table.ids.forEach((recordId, row) => {
    const findable = { recordId, ...forms.get(recordId)!, keys: keys[row]! };
    (unseen.has(recordId) ? fresh : known).push(findable);
  });
  makeFindable(tx, fresh, normalisationVersion);
  keepFindable(tx, known, normalisationVersion);
}
