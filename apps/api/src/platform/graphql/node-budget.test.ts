import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { nodeBudget } from './node-budget.ts';

const schema = buildSchema(`
  type Query { people(first: Int = 50): PersonConnection!, person: Person }
  type PersonConnection { edges: [PersonEdge!]! }
  type PersonEdge { node: Person! }
  type Person { name: String! friends(first: Int = 20): [Person!]! tags: [Tag!]! }
  type Tag { name: String! }
`);
const isRefused = (text: string): boolean => validate(schema, parse(text), [nodeBudget(10_000)]).length > 0;

describe('nodeBudget', () => {
  it.each([
    '{ people(first: 100) { edges { node { name tags { name } } } } }',
    '{ person { friends { friends { name } } } }',
    '{ people { edges { node { friends(first: 20) { name } } } } }',
    'query ($n: Int) { people(first: $n) { edges { node { friends { name } } } } }',
    '{ __typename }',
  ])('lets a screen ask %s', (text) => expect(isRefused(text)).toBe(false));

  it.each([
    '{ people(first: 100) { edges { node { friends(first: 100) { name tags { name } } } } } }',
    '{ person { friends(first: 100) { friends(first: 100) { name } } } }',
    'query ($n: Int) { person { friends(first: $n) { friends(first: $n) { name } } } }',
    '{ person { friends(first: 100) { ...F } } } fragment F on Person { friends(first: 100) { name } }',
    '{ person { a: friends(first: 1000) { name } ... on Person { friends(first: 99999) { name } } } }',
  ])('refuses %s', (text) => expect(isRefused(text)).toBe(true));

  it('is done at once with fragments that double each other', () => {
    const bomb = Array.from(
      { length: 200 },
      (_, i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`,
    );
    const began = process.cpuUsage();
    isRefused(`{ person { ...F0 } } ${bomb.join(' ')} fragment F200 on Person { name }`);
    isRefused('{ person { ...A } } fragment A on Person { friends { ...A } }');
    expect(process.cpuUsage(began).user).toBeLessThan(500_000);
  });
});
