import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { asksForSchema } from './introspection.ts';

describe('asksForSchema', () => {
  it.each([
    ['{ __schema { types { name } } }', true],
    ['{ x: __type(name: "Query") { name } }', true],
    ['query { ...F } fragment F on Query { ... on Query { __schema { description } } }', true],
    ['{ __typename customer(id: 1) { __typename id } }', false],
    ['{ schema type }', false],
  ])('%s: %s', (text, answer) => expect(asksForSchema(parse(text))).toBe(answer));
});
