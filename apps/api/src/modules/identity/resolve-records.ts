import type { DateOrder } from '#kernel/split-date';
import { TableBuilder } from './domain/engine/build-table.ts';
import type { ClusterRules } from './domain/engine/cluster.ts';
import {
  isKnownField,
  looksLikeOrganisations,
  normaliseRecord,
  type Reading,
} from './domain/engine/normalise-record.ts';
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

/** Records that are looked at before it is decided what a source is about. */
const looked = 5_000;

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

// A full name may be an organisation's: told by what most names of its source look like, unless anything of the source is a person's.
function organisationsAmong(records: readonly EngineRecord[]): Set<string> {
  const names = new Map<string, string[]>();
  const ofPeople = new Set<string>();
  for (const { source, fields } of records) {
    if (fields.given_name || fields.family_name || fields.birth_date || fields.gender) ofPeople.add(source);
    for (const name of fields.full_name ?? [])
      names.set(source, [...(names.get(source) ?? []).slice(-400), name]);
  }
  return new Set(
    [...names]
      .filter(([source, some]) => !ofPeople.has(source) && looksLikeOrganisations(some))
      .map(([source]) => source),
  );
}
