import { TableBuilder } from './build-table.ts';
import { type ClusterRules, groupComponent, PairScorer } from './cluster.ts';
import { explainPair, type PairExplanation } from './explain.ts';
import { keyRules } from './keys.ts';
import type { NormalRecord } from './record.ts';
import type { Models } from './score-blocks.ts';
import type { ValueStatistics } from './weigh-values.ts';

/** A record that has been normalised, as online identity knows it. */
export interface KnownRecord {
  id: string;
  source: string;
  record: NormalRecord;
}

/** A candidate that came near a record. */
export interface RecordMatch {
  id: string;
  explanation: PairExplanation;
}

/** What a house has learnt: its models, the shares of its values, and the fields without a meaning that it knows. */
export interface Knowledge {
  models: Models;
  statistics: ValueStatistics;
  others: readonly string[];
  /** The sources, as the models number them. */
  sources: readonly string[];
}

/** The keys under which a record is found, 53-bit integers: those of a batch. Equal keys make two records candidates. */
export function keysOfRecord(known: KnownRecord, knowledge: Knowledge): number[] {
  const table = tableOf([known], knowledge);
  const keys = new Set<number>();
  for (const rule of keyRules(table)) rule.keysOf(0, (key) => keys.add(key));
  return [...keys].sort((a, b) => a - b);
}

/**
 * Compares one record with its candidates (a few hundred at most) just as a batch would; best first. Model and statistics are
 * values: the answer depends on nothing else.
 */
export function matchRecord(
  known: KnownRecord,
  candidates: readonly KnownRecord[],
  knowledge: Knowledge,
): RecordMatch[] {
  const table = tableOf([known, ...candidates], knowledge);
  const row = table.rowOf[0]!;
  return candidates
    .map((candidate, at) => ({ candidate, other: table.rowOf[at + 1]! }))
    .filter(({ other }) => table.kind[other] === table.kind[row])
    .map(({ candidate, other }) => ({
      id: candidate.id,
      explanation: explainPair(table, knowledge.models, row, other),
    }))
    .sort((a, b) => b.explanation.bits - a.explanation.bits || (a.id < b.id ? -1 : 1));
}

/**
 * Groups the records of one component (all that hang together by pairs more likely one than not) into entities, as a batch would.
 * Records alone are groups of one. `apart` are pairs of ids that somebody said are two.
 */
export function groupRecords(
  records: readonly KnownRecord[],
  knowledge: Knowledge,
  apart: readonly (readonly [string, string])[] = [],
): string[][] {
  const table = tableOf(records, knowledge);
  const rows = Array.from({ length: table.size }, (_, row) => row);
  const said = new Set(apart.flatMap(([a, b]) => [`${a}\u0000${b}`, `${b}\u0000${a}`]));
  const rules: ClusterRules = { cannotLink: (a, b) => said.has(`${table.ids[a]}\u0000${table.ids[b]}`) };
  const groups = groupComponent(table, rows, new PairScorer(table, knowledge.models), rules);
  const grouped = new Set(groups.flat());
  return [...groups, ...rows.filter((row) => !grouped.has(row)).map((row) => [row])].map((group) =>
    group.map((row) => table.ids[row]!),
  );
}

function tableOf(records: readonly KnownRecord[], { others, sources, statistics }: Knowledge) {
  const builder = new TableBuilder(others, sources);
  for (const { id, source, record } of records) builder.add(id, source, record);
  return builder.build(statistics);
}
