import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#kernel/content-hash';
import { tidied } from './tidied.ts';

/** A value of JSON in which nothing says nothing; undefined when nothing is left. */
function without(value: unknown): unknown {
  if (value === '' || value === null) return undefined;
  if (typeof value !== 'object') return value;
  const kept = Array.isArray(value)
    ? value.map(without).filter((item) => item !== undefined)
    : Object.fromEntries(
        Object.entries(value)
          .map(([key, member]) => [key, without(member)] as const)
          .filter(([, member]) => member !== undefined),
      );
  return Object.keys(kept).length > 0 ? kept : undefined;
}

const anyJson = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });

describe('what a row says', () => {
  it('is told without blanks, and its text is the canonical one of what is told', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const { value: said, text } = tidied(value);
        expect(said).toEqual(without(value));
        expect(text).toBe(canonicalText(said));
      }),
    );
  });

  it('may be called as JavaScript calls something of its own', () => {
    const said = JSON.parse('{"b":1,"__proto__":{"a":"x"},"10":"ten","9":"nine"}') as unknown;
    expect(tidied(said).text).toBe('{"10":"ten","9":"nine","__proto__":{"a":"x"},"b":1}');
    expect(Object.keys(tidied(said).value as object)).toContain('__proto__');
  });
});
