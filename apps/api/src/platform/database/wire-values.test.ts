import { describe, expect, it } from 'vitest';
import { wireList } from './wire-list.ts';
import { wireValues } from './wire-values.ts';

const ids = Array.from({ length: 9 }, (_, n) => `0190a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a5${n}`);
const words = Array.from({ length: 9 }, (_, n) => `word ${n}`);

describe('the values of a statement', () => {
  it('are lists in binary form where the statement says what they are of', () => {
    const [first, second, third] = wireValues('SELECT * FROM unnest($1::uuid[], $3::text[]) WHERE x = $2', [
      ids,
      'plain',
      words,
    ]);
    expect(first).toEqual(wireList('uuid', ids)!.bytes);
    expect(second).toBe('plain');
    expect(third).toEqual(wireList('text', words)!.bytes);
  });

  it('stay text where it does not, where they are few, and where they are not what it says', () => {
    expect(wireValues('SELECT $1', [words])[0]).toBe(`{${words.map((word) => `"${word}"`).join(',')}}`);
    expect(wireValues('SELECT $1::text[]', [['a', 'b']])[0]).toBe('{a,b}');
    expect(wireValues('SELECT $1::uuid[]', [words])[0]).toBe(
      `{${words.map((word) => `"${word}"`).join(',')}}`,
    );
  });

  it('keep a list of words that are JSON already as JSON', () => {
    const texts = words.map((word) => JSON.stringify({ word }));
    expect(wireValues('SELECT $1::jsonb[]', [texts])[0]).toEqual(wireList('jsonb', texts)!.bytes);
  });
});
