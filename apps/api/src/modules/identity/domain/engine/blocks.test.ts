import { describe, expect, it } from 'vitest';
import { blocksOfRule, eachPair, joinBlocks, ruleCount } from './blocks.ts';
import { TableBuilder } from './build-table.ts';
import { KeySink, keyRules, refinements } from './keys.ts';
import { normaliseRecord } from './normalise-record.ts';
import type { RecordTable } from './record-table.ts';

// Few names, towns and days, so that most keys are shared by more records than are compared at once.
function crowd(size: number): RecordTable {
  const builder = new TableBuilder();
  let state = 7;
  const draw = (most: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % most;
  };
  const pick = (texts: readonly string[]) => texts[draw(texts.length)]!;
  const maybe = (text: string) => (draw(4) === 0 ? [] : [text]);
  for (let n = 0; n < size; n += 1) {
    const given = draw(6) === 0 ? ['Ana', 'Maria'] : [pick(['Ana', 'Maria', 'Ion', 'Ioana', 'Mario'])];
    const fields = {
      full_name: given.map((one) => `${one} ${pick(['Pop', 'Popa', 'Rossi', 'Russo'])}`),
      email: maybe(`${pick(['ana', 'maria.pop', 'ion.rossi'])}${draw(9)}@x.org`),
      birth_date: maybe(`19${60 + draw(4)}-0${1 + draw(3)}-1${draw(3)}`),
      city: maybe(pick(['Cluj', 'Roma', 'Iași'])),
      postcode: maybe(`4000${draw(5)}`),
      street_address: maybe(`${draw(4)} via Roma`),
    };
    builder.add(String(n), 's', normaliseRecord({ id: String(n), source: 's', fields }, { others: [] }));
  }
  return builder.build();
}

describe('The pairs that are compared', () => {
  it('are all that share a key few have, or one that many have and one more thing, or two, each once', () => {
    const table = crowd(500);
    const blocks = joinBlocks(
      table.size,
      Array.from({ length: ruleCount(table) }, (_, rule) => blocksOfRule(table, rule)),
    );
    const compared: string[] = [];
    eachPair(table, blocks, 0, blocks.size, (a, b) => {
      compared.push(`${Math.min(a, b)} ${Math.max(a, b)}`);
    });
    expect(new Set(compared).size).toBe(compared.length);
    expect(compared.length).toBeGreaterThan(1_000);
    expect(new Set(compared)).toEqual(pairsByDefinition(table));
  });

  it('are the same ones of so many, whenever only some are looked at', () => {
    const table = crowd(300);
    const blocks = joinBlocks(
      table.size,
      Array.from({ length: ruleCount(table) }, (_, rule) => blocksOfRule(table, rule)),
    );
    const pairs = (oneIn: number) => {
      const found: string[] = [];
      eachPair(table, blocks, 0, blocks.size, (a, b) => void found.push(`${a} ${b}`), oneIn);
      return found;
    };
    const all = new Set(pairs(1));
    const some = pairs(4);
    expect(some.every((pair) => all.has(pair))).toBe(true);
    expect(some.length / all.size).toBeGreaterThan(0.2);
    expect(some.length / all.size).toBeLessThan(0.3);
  });
});

// As it is defined, without a thought of how long it takes.
function pairsByDefinition(table: RecordTable): Set<string> {
  const told = (rule: { keysOf(row: number, into: KeySink): void }, row: number): number[] => {
    const sink = new KeySink();
    rule.keysOf(row, sink);
    return [...sink.keys.subarray(0, sink.length)];
  };
  const further = refinements(table);
  const things = Array.from({ length: table.size }, (_, row) => [
    ...new Set(further.flatMap((each) => told(each, row))),
  ]);
  const pairs = new Set<string>();
  const lay = (groups: Map<string, Set<number>>, cap: number): Map<string, Set<number>> => {
    const large = new Map<string, Set<number>>();
    for (const [key, rows] of groups)
      if (rows.size > cap) large.set(key, rows);
      else
        for (const a of rows)
          for (const b of rows) if (a < b && table.kind[a] === table.kind[b]) pairs.add(`${a} ${b}`);
    return large;
  };
  const addTo = (groups: Map<string, Set<number>>, key: string, row: number) =>
    groups.set(key, (groups.get(key) ?? new Set()).add(row));
  for (const rule of keyRules(table)) {
    const first = new Map<string, Set<number>>();
    for (let row = 0; row < table.size; row += 1)
      for (const key of told(rule, row)) addTo(first, String(key), row);
    let large = lay(first, rule.cap);
    for (let depth = 0; depth < 2; depth += 1) {
      const finer = new Map<string, Set<number>>();
      for (const [key, rows] of large)
        for (const row of rows) for (const thing of things[row]!) addTo(finer, `${key} ${thing}`, row);
      large = lay(finer, rule.cap);
    }
  }
  return pairs;
}
