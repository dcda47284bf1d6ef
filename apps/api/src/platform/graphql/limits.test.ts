import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';

const schema = buildSchema('type Query { a: Query, name: String, list(first: Int = 10): [Query!]! }');
const complaints = (text: string): string[] =>
  validate(schema, parse(text), limits.rules).map((error) => error.message);
const times = (count: number, part: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');
const deep = (levels: number): string => `{ ${'a { '.repeat(levels - 1)} name ${'}'.repeat(levels - 1)} }`;

describe('limits of a document', () => {
  it('let through what stands exactly at them', () => {
    expect(complaints(deep(limits.depth))).toEqual([]);
    expect(complaints(`{ ${times(limits.aliases, (n) => `x${n}: name`)} }`)).toEqual([]);
    expect(complaints(`{ ${times(limits.directives, () => 'name @include(if: true)')} }`)).toEqual([]);
  });

  it.each([
    ['too deep', deep(limits.depth + 1), 'deeper'],
    [
      'too deep by fragments',
      `{ a { a { a { a { ...F } } } } } fragment F on Query ${deep(limits.depth - 3)}`,
      'deeper',
    ],
    ['too many aliases', `{ ${times(limits.aliases + 1, (n) => `x${n}: name`)} }`, 'aliases'],
    [
      'aliases hidden in fragments',
      `{ ...F a { ...F } } fragment F on Query { ${times(10, (n) => `x${n}: name`)} }`,
      'aliases',
    ],
    [
      'too many directives',
      `{ ${times(limits.directives + 1, () => 'name @include(if: true)')} }`,
      'directives',
    ],
    ['the same field again and again', `{ ${times(limits.fields + 1, () => 'name')} }`, 'fields'],
    [
      'lists within lists',
      '{ list(first: 100) { list(first: 100) { list(first: 100) { name } } } }',
      'objects',
    ],
  ])('stop what is %s', (_, text, word) => expect(complaints(text).join()).toContain(word));

  it('stop too many words while they are read', () => {
    const text = `{ ${times(limits.tokens, () => 'name')} }`;
    expect(() => parse(text, { maxTokens: limits.tokens })).toThrow(/token/);
  });

  it('measure a bomb of fragments without unfolding it', () => {
    const bomb = times(60, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
    const began = process.cpuUsage();
    expect(complaints(`{ ...F0 } ${bomb} fragment F60 on Query { name }`).join()).toContain('fields');
    expect(process.cpuUsage(began).user).toBeLessThan(500_000);
  });
});
