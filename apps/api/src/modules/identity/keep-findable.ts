import type { Tx } from '#platform/database';
import { keepFindable, knowledgeOf } from './data/match-online.ts';
import { ownRoom, TableBuilder } from './domain/engine/build-table.ts';
import { eachKeptKey, type Learnt } from './domain/engine/match-one.ts';
import { normalisationVersion } from './domain/engine/normalise-record.ts';
import { applyStatistics } from './domain/engine/value-statistics.ts';
import { formOf } from './matching.ts';
import type { KnownRecord } from './people.ts';

/** Keeps what these records say now where the engine finds it again. */
export async function keepRecordsFindable(
  tx: Tx,
  records: readonly Pick<KnownRecord, 'recordId' | 'sourceKey' | 'current' | 'phoneCountry'>[],
  known?: Learnt,
): Promise<void> {
  if (records.length === 0) return;
  const learnt = known ?? (await knowledgeOf(tx)).learnt;
  const forms = new Map(records.map((record) => [record.recordId, formOf(record)]));
  const builder = new TableBuilder([], [], ownRoom);
  for (const [id, { source, record }] of forms) builder.add(id, source, record);
  const table = builder.build();
  applyStatistics(table, learnt.statistics);
  const keys = table.ids.map((): number[] => []);
  eachKeptKey(table, (row, key) => keys[row]!.push(key));
  keepFindable(
    tx,
    table.ids.map((recordId, row) => ({ recordId, ...forms.get(recordId)!, keys: keys[row]! })),
    normalisationVersion,
  );
}
