import { describe, expect, it } from 'vitest';
import { TableBuilder } from './build-table.ts';
import { oddsInCompany } from './in-company.ts';
import { firstModel } from './learn-model.ts';
import { probabilityOf } from './model.ts';
import { normaliseRecord } from './normalise-record.ts';

/** As many records as `sources` names sources, with the entity and the pairs given; what is told of the first pair, 0 to 1. */
function told(
  entity: number[],
  pairs: [number, number, number][],
  sources = entity.map(() => 'crm'),
  says: Record<string, string[]>[] = [],
): number {
  const builder = new TableBuilder();
  sources.forEach((source, at) => {
    const fields = { given_name: ['Ada'], family_name: ['Long'], ...says[at] };
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
  const models = { person: firstModel(table, 'person'), organisation: firstModel(table, 'organisation') };
  return probabilityOf(oddsInCompany(table, edges, ofRows, models, rules)[0]!);
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
    const others = { given_name: ['Boris'], phone: ['+40 722 123 456'] };
    const amongStrangers = told(
      [0, 1, 1, 1],
      [
        [0, 1, -1],
        [1, 2, 12],
        [1, 3, 12],
        [2, 3, 12],
      ],
      undefined,
      [{ phone: ['+40 733 987 654'] }, { given_name: [], phone: [] }, others, others],
    );
    expect(amongStrangers).toBeLessThan(alone / 4);
  });

  it('is next to nothing where a list that has nobody twice has both', () => {
    expect(told([0, 1], [[0, 1, 9]], ['list', 'list'])).toBeLessThan(0.01);
  });

  it('falls where others know of the two what one person cannot have', () => {
    const pairs: [number, number, number][] = [
      [0, 1, 5],
      [0, 2, 6],
    ];
    const entity = [0, 1, 0];
    const alike = told(entity, pairs);
    const born = (day: string) => ({ birth_date: [day] });
    const fatherAndSon = told(entity, pairs, undefined, [{}, born('1990-03-15'), born('1958-10-02')]);
    expect(fatherAndSon).toBeLessThan(0.5);
    expect(fatherAndSon).toBeLessThan(alike / 1.5);
  });

  it('falls where one of the two fits somebody else as well', () => {
    const together: [number, number, number][] = [
      [0, 1, 4],
      [0, 2, 5],
      [1, 2, 5],
    ];
    const entity = [0, 0, 0, 3];
    expect(told(entity, [...together, [0, 3, 4]])).toBeLessThan(
      told(entity, [...together, [0, 3, -4]]) - 0.05,
    );
  });
});
