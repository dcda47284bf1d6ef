import { newAgreement } from './agreement.ts';
import { ownRoom, TableBuilder } from './build-table.ts';
import { comparePair } from './compare-pair.ts';
import { KeySink, keyRules } from './keys.ts';
import { oddsOf, type Scorer, scorerOf, weigh } from './model.ts';
import type { NormalRecord } from './record.ts';
import type { RecordTable } from './record-table.ts';
import type { Models } from './score-blocks.ts';
import { applyStatistics, type ValueStatistics } from './value-statistics.ts';

/** What a run over everybody left behind for telling one more record. */
export interface Learnt {
  models: Models;
  statistics: ValueStatistics;
}

/** A record that is known, in its normal form. */
export interface KnownRecord {
  /** Its number among the known, as its keys name it. */
  number: number;
  source: string;
  record: NormalRecord;
}

/** How much speaks for one person: log2 of the odds. */
export interface Match {
  number: number;
  bits: number;
}

/** A key of a record, and how many known records may share it before it says too little to look at them. */
export interface RecordKey {
  key: number;
  cap: number;
  /** It is a mailbox, an id or a page, whole: whoever shares it has the same. */
  identifies: boolean;
}

// What is kept for records told one at a time: the rules of a batch but for those that name nothing rarer than a name or a
// town, whose groups are nearly always too large to be looked at.
const kept = new Set([
  'id',
  'mailbox',
  'phone',
  'web',
  'name of the mailbox',
  'names',
  'name and day of birth',
  'name and address',
  'name and postcode',
  'name and year of birth',
  'sounds of names',
  'rare word',
]);

const identifying = new Set(['id', 'mailbox', 'web']);

/** Visits the keys by which the records of a table, or some of them (a range, and of it those that are meant), are to be found again. */
export function eachKeptKey(
  table: RecordTable,
  visit: (row: number, key: number, cap: number, identifies: boolean) => void,
  first = 0,
  end = table.size,
  isMeant?: (row: number) => boolean,
): void {
  const told = new KeySink();
  const rules = keyRules(table).filter(({ name }) => kept.has(name));
  const identifies = rules.map(({ name }) => identifying.has(name));
  for (let row = first; row < end; row += 1) {
    if (isMeant && !isMeant(row)) continue;
    told.length = 0;
    for (let rule = 0; rule < rules.length; rule += 1) {
      const { keysOf, cap } = rules[rule]!;
      let known = told.length;
      keysOf(row, told);
      for (let at = known; at < told.length; at += 1) {
        const key = told.keys[at]!;
        let before = 0;
        while (before < known && told.keys[before] !== key) before += 1;
        if (before < known) continue;
        told.keys[known++] = key;
        visit(row, key, cap, identifies[rule]!);
      }
      told.length = known;
    }
  }
}

/** The keys of one record. Values that so many share that they say nothing make none. */
export function keysOfRecord(record: NormalRecord, learnt: Learnt): RecordKey[] {
  const builder = new TableBuilder([], [], ownRoom);
  builder.add('', '', record);
  const table = builder.build(true);
  applyStatistics(table, learnt.statistics);
  const keys: RecordKey[] = [];
  eachKeptKey(table, (_, key, cap, identifies) => keys.push({ key, cap, identifies }));
  return keys;
}

/**
 * Scores one record against known ones with the comparisons, the model and the statistics of a run over everybody: two records
 * weigh here what they weighed there. Best first; equal ones by number.
 */
export function matchOne(
  record: NormalRecord,
  source: string,
  known: readonly KnownRecord[],
  { models, statistics }: Learnt,
): Match[] {
  const candidates = known.filter((one) => one.record.kind === record.kind);
  if (candidates.length === 0) return [];
  const builder = new TableBuilder([], [], ownRoom);
  builder.add('new', source, record);
  candidates.forEach((one, at) => {
    builder.add(String(at), one.source, one.record);
  });
  const table = builder.build(true);
  applyStatistics(table, statistics);
  const scorer = scorerOf(models[record.kind]);
  const agreement = newAgreement(scorer.features);
  const weights = { same: 0, related: 0, stranger: 0 };
  const self = table.ids.indexOf('new');
  const matches: Match[] = [];
  for (let row = 0; row < table.size; row += 1) {
    if (row === self) continue;
    const one = candidates[Number(table.ids[row])]!;
    comparePair(table, table.lists, self, table.lists, row, agreement);
    const group = one.source === source ? sourceGroup(scorer, source) : 0;
    matches.push({ number: one.number, bits: oddsOf(weigh(scorer, agreement, group, weights)) });
  }
  return matches.sort((a, b) => b.bits - a.bits || a.number - b.number);
}

/** Where two records of one source come from, as the model numbers it; 0 for a source that it does not know. */
function sourceGroup({ model }: Scorer, source: string): number {
  const at = model.sources.indexOf(source);
  return at >= 0 && at + 1 < model.samePairs.length ? at + 1 : 0;
}

/** A row of a table in its normal form again. */
export function normalRecordOf(table: RecordTable, row: number): NormalRecord {
  const values = table.dictionaries.map(({ start, code }, column) => {
    const { start: from, value } = { start: table.lists.start[column]!, value: table.lists.value[column]! };
    const list: string[] = [];
    for (let at = from[row]!; at < from[row + 1]!; at += 1) {
      const one = value[at]!;
      list.push(String.fromCharCode(...code.subarray(start[one]!, start[one + 1]!)));
    }
    return list;
  });
  return { kind: table.kind[row] === 1 ? 'organisation' : 'person', suffix: table.suffix[row]!, values };
}
