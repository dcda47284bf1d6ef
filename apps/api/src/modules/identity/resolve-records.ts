import type { DateOrder } from '#kernel/split-date';
import { TableBuilder } from './domain/engine/build-table.ts';
import type { ClusterRules } from './domain/engine/cluster.ts';
import { isKnownField, normaliseRecord, type Reading } from './domain/engine/normalise-record.ts';
import { looked, organisationsAmong } from './domain/engine/organisations-among.ts';
import type { EngineRecord } from './domain/engine/record.ts';
import type { RecordTable } from './domain/engine/record-table.ts';
import { type Comparing, type Resolved, resolveTable } from './domain/engine/resolve-table.ts';

/** How a batch is to be read and resolved. */
export interface BatchWish {
  /** All fields of the batch; those without a meaning are compared as text. */
  fields: readonly string[];
  dateOrder?: DateOrder;
  /** Nobody is twice in one source. */
  oneRecordPerSource?: boolean;
  rules?: ClusterRules;
  comparing?: (table: RecordTable) => Comparing;
  onStep?: (what: string) => void;
}

/** Resolves records as they come: one at a time is held, the rest stands in the table. */
export async function resolveRecords(
  records: AsyncIterable<EngineRecord> | Iterable<EngineRecord>,
  wish: BatchWish,
): Promise<Resolved & { table: RecordTable }> {
  const others = wish.fields.filter((field) => !isKnownField(field) && field !== 'country').sort();
  const builder = new TableBuilder(others);
  const first: EngineRecord[] = [];
  let reading: Reading | null = null;
  const lay = (record: EngineRecord) =>
    builder.add(record.id, record.source, normaliseRecord(record, reading!));
  const begin = () => {
    reading = {
      others,
      organisations: organisationsAmong(first),
      ...(wish.dateOrder ? { dateOrder: wish.dateOrder } : {}),
    };
    for (const record of first) lay(record);
    first.length = 0;
  };
  for await (const record of records) {
    if (reading) lay(record);
    else if (first.push(record) === looked) begin();
  }
  if (!reading) begin();
  const table = builder.build();
  const rules: ClusterRules = wish.oneRecordPerSource
    ? { ...wish.rules, singleSources: new Set(table.sources.keys()) }
    : (wish.rules ?? {});
  const resolved = await resolveTable(table, wish.comparing?.(table), rules, () => performance.now());
  return { ...resolved, table };
}
