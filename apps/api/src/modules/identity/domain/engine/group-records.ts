import { TableBuilder } from './build-table.ts';
import { type ClusterRules, groupComponent, PairScorer } from './cluster.ts';
import type { KnownRecord, Learnt } from './match-one.ts';
import { applyStatistics } from './value-statistics.ts';

/**
 * Groups the records of one component (all that hang together by pairs of 0 bits and more) into entities, as a batch would: with
 * whole components as input, one record at a time comes to the partition of a batch. Gives the records' numbers; records alone are
 * groups of one. `apart` are pairs of numbers that somebody said are two, `together` pairs that somebody said are one.
 */
export function groupRecords(
  records: readonly KnownRecord[],
  { models, statistics }: Learnt,
  apart: readonly (readonly [number, number])[] = [],
  together: readonly (readonly [number, number])[] = [],
): number[][] {
  const builder = new TableBuilder([], models.person.sources);
  for (const { number, source, record } of records) builder.add(String(number), source, record);
  const table = builder.build();
  applyStatistics(table, statistics);
  const said = new Set(apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const rowOf = new Map(table.ids.map((id, row) => [Number(id), row]));
  const mustLink = together.flatMap(([a, b]) => {
    const [x, y] = [rowOf.get(a), rowOf.get(b)];
    return x === undefined || y === undefined ? [] : [[x, y] as const];
  });
  const rules: ClusterRules = {
    mustLink,
    cannotLink: (a, b) => said.has(`${table.ids[a]} ${table.ids[b]}`),
  };
  const rows = Array.from({ length: table.size }, (_, row) => row);
  const groups = groupComponent(table, rows, new PairScorer(table, models), rules);
  const grouped = new Set(groups.flat());
  const alone = rows.filter((row) => !grouped.has(row)).map((row) => [row]);
  return [...groups, ...alone].map((group) => group.map((row) => Number(table.ids[row])));
}
