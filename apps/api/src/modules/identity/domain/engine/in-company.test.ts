import { describe, expect, it } from 'vitest';
import { TableBuilder } from './build-table.ts';
import { oddsInCompany } from './in-company.ts';
import { probabilityOf } from './model.ts';
import { normaliseRecord } from './normalise-record.ts';

/** As many records as `sources` names sources, with the entity and the pairs given; what is told of the first pair, 0 to 1. */
function told(
  entity: number[],
  pairs: [number, number, number][],
  sources = entity.map(() => 'crm'),
): number {
  const builder = new TableBuilder();
  sources.forEach((source, at) => {
    const fields = { given_name: ['Ada'], family_name: ['Long'] };
    builder.add(String(at), source, normaliseRecord({ id: String(at), source, fields }, { others: [] }));
  });
  const table = builder.build();
  const row = (at: number) => table.rowOf[at]!;
  const ofRows = new Int32Array(entity.length);
  entity.forEach((first, at) => {
    ofRows[row(at)] = Math.min(...entity.flatMap((other, one) => (other === first ? [row(one)] : [])));
  });
  const edges = {
    a: Uint32Array.from(pairs, ([a]) => row(a)),
    b: Uint32Array.from(pairs, ([, b]) => row(b)),
    bits: Float32Array.from(pairs, ([, , bits]) => bits),
    clear: new Uint8Array(pairs.length),
    kinA: new Uint32Array(0),
    kinB: new Uint32Array(0),
  };
  const single = table.sources.indexOf('list');
  const rules = single < 0 ? {} : { singleSources: new Set([single]) };
  return probabilityOf(oddsInCompany(table, edges, ofRows, rules)[0]!);
}

describe('What is told of two records', () => {
  it('is what they say themselves when nobody else is near', () => {
    expect(told([0, 0], [[0, 1, 4]])).toBeCloseTo(probabilityOf(4), 6);
    expect(told([0, 1], [[0, 1, -2]])).toBeCloseTo(probabilityOf(-2), 6);
  });

  it('rises where a third is surely both of them', () => {
    const alone = probabilityOf(-1);
    const inCompany = told(
      [0, 0, 0],
      [
        [0, 1, -1],
        [0, 2, 12],
        [1, 2, 12],
      ],
    );
    expect(alone).toBeLessThan(0.5);
    expect(inCompany).toBeGreaterThan(0.9);
  });

  it('falls where the others of one of them are strangers to the other', () => {
    const alone = told([0, 1], [[0, 1, -1]]);
    const amongStrangers = told(
      [0, 1, 1, 1],
      [
        [0, 1, -1],
        [1, 2, 12],
        [1, 3, 12],
        [2, 3, 12],
      ],
    );
    expect(amongStrangers).toBeLessThan(alone / 4);
  });

  it('is next to nothing where a list that has nobody twice has both', () => {
    expect(told([0, 1], [[0, 1, 9]], ['list', 'list'])).toBeLessThan(0.01);
  });
});
