import { describe, expect, it } from 'vitest';
import { bridgesOf } from './bridges.ts';
import { TableBuilder } from './build-table.ts';
import { clusterRecords } from './cluster.ts';
import { groupRecords } from './group-records.ts';
import { normaliseRecord } from './normalise-record.ts';
import { priorLearnt } from './prior-learnt.ts';
import type { Edges } from './score-blocks.ts';

type Said = Record<string, string>;

const normal = (fields: Said) => {
  const said = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, [value]]));
  return normaliseRecord({ id: '', source: 'crm', fields: said }, { others: [] });
};

function tableOf(records: readonly Said[]) {
  const builder = new TableBuilder();
  records.forEach((fields, at) => {
    builder.add(String(at), 'crm', normal(fields));
  });
  return builder.build();
}

/** Edges of ten bits each between records, by their numbers. */
function edgesOf(pairs: readonly (readonly [number, number])[], rowOf: Uint32Array): Edges {
  const rows = pairs.map(([a, b]) => [rowOf[a]!, rowOf[b]!].sort((x, y) => x - y) as [number, number]);
  return {
    a: Uint32Array.from(rows, ([a]) => a),
    b: Uint32Array.from(rows, ([, b]) => b),
    bits: new Float32Array(pairs.length).fill(10),
    clear: new Uint8Array(pairs.length).fill(1),
    kinA: new Uint32Array(0),
    kinB: new Uint32Array(0),
  };
}

const ada = { given_name: 'Ada', family_name: 'Long', email: 'ada@long.example', birth_date: '1970-01-05' };
const boris = {
  given_name: 'Boris',
  family_name: 'Petrov',
  email: 'boris@petrov.example',
  birth_date: '1985-11-23',
};
const { models } = priorLearnt();

describe('bridges', () => {
  const links = [
    [0, 1],
    [2, 3],
    [1, 2],
  ] as const;

  it('tells of a link on which alone two people hang together', () => {
    const table = tableOf([ada, ada, boris, boris]);
    const [bridge, ...more] = bridgesOf(table, edgesOf(links, table.rowOf), new Int32Array(4), models);
    expect(more).toEqual([]);
    expect(bridge!.edge).toBe(2);
    expect(bridge!.bits).toBeLessThan(0);
    expect(bridge!.parts.map((part) => part.map((row) => table.ids[row]).sort()).sort()).toEqual([
      ['0', '1'],
      ['2', '3'],
    ]);
  });

  it('says nothing of a link between two parts that fit each other', () => {
    const table = tableOf([ada, ada, ada, ada]);
    expect(bridgesOf(table, edgesOf(links, table.rowOf), new Int32Array(4), models)).toEqual([]);
  });

  it('says nothing where a second link holds the parts', () => {
    const table = tableOf([ada, ada, boris, boris]);
    const twice = edgesOf([...links, [0, 3]], table.rowOf);
    expect(bridgesOf(table, twice, new Int32Array(4), models)).toEqual([]);
  });
});

describe('what people said', () => {
  const known = [ada, boris, boris].map((fields, number) => ({
    number,
    source: 'crm',
    record: normal(fields),
  }));
  const sorted = (groups: number[][]) => groups.map((group) => [...group].sort((a, b) => a - b)).sort();

  it('makes one of two that nothing speaks for, and two of what everything speaks for', () => {
    expect(sorted(groupRecords(known, priorLearnt()))).toEqual([[0], [1, 2]]);
    expect(sorted(groupRecords(known, priorLearnt(), [], [[0, 1]]))).toEqual([[0, 1, 2]]);
    expect(sorted(groupRecords(known, priorLearnt(), [[1, 2]]))).toEqual([[0], [1], [2]]);
    expect(sorted(groupRecords(known, priorLearnt(), [[1, 2]], [[0, 1]]))).toEqual([[0, 1], [2]]);
  });

  it('holds in a batch', async () => {
    const table = tableOf([ada, boris, boris]);
    const [first, second] = [table.rowOf[0]!, table.rowOf[1]!];
    const edges = edgesOf([[1, 2]], table.rowOf);
    const alone = await clusterRecords(table, edges, models);
    expect(alone[first]).not.toBe(alone[second]);
    expect(new Set(await clusterRecords(table, edges, models, { mustLink: [[first, second]] })).size).toBe(1);
  });
});
