import type { Tx } from '#platform/database';
import { type FindableRecord, keepFindable, knowledgeOf, makeFindable } from './data/match-online.ts';
import { ownRoom, TableBuilder } from './domain/engine/build-table.ts';
import { eachKeptKey, type Learnt } from './domain/engine/match-one.ts';
import { normalisationVersion } from './domain/engine/normalise-record.ts';
import { applyStatistics } from './domain/engine/value-statistics.ts';
import { formOf } from './form.ts';
import type { KnownRecord } from './known-record.ts';
import type { Matching } from './matching.ts';

/** Keeps what these records say now where the engine finds it again. `matching` may have made their keys already. */
export async function keepRecordsFindable(
  tx: Tx,
  records: readonly (Pick<KnownRecord, 'recordId' | 'sourceKey' | 'current'> &
    Partial<Pick<KnownRecord, 'isNew'>>)[],
  by?: Learnt,
  matching?: Matching | null,
): Promise<void> {
  if (records.length === 0) return;
  const learnt = by ?? (await knowledgeOf(tx)).learnt;
  const keys = new Map<string, readonly number[]>();
  const builder = new TableBuilder([], [], ownRoom);
  for (const record of records) {
    const form = formOf(record);
    const known = matching?.keptKeysOf(form);
    if (known)
      keys.set(
        record.recordId,
        known.map(({ key }) => key),
      );
    else builder.add(record.recordId, form.source, form.record);
  }
  if (keys.size < records.length) keysAnew(builder, learnt, keys);
  const [fresh, known]: [FindableRecord[], FindableRecord[]] = [[], []];
  for (const record of records) {
    const { source, record: said } = formOf(record);
    const findable = { recordId: record.recordId, source, record: said, keys: keys.get(record.recordId)! };
    (record.isNew ? fresh : known).push(findable);
  }
  await makeFindable(tx, fresh, normalisationVersion);
  keepFindable(tx, known, normalisationVersion);
}

function keysAnew(builder: TableBuilder, learnt: Learnt, keys: Map<string, readonly number[]>): void {
  const table = builder.build(true);
  applyStatistics(table, learnt.statistics);
  const found = table.ids.map((): number[] => []);
  eachKeptKey(table, (row, key) => found[row]!.push(key));
  table.ids.forEach((id, row) => {
    keys.set(id, found[row]!);
  });
}
