import { describe, expect, it } from 'vitest';
import { WireList, wireList } from './wire-list.ts';
import { wireValue } from './wire-value.ts';

const bytesOf = (type: string, items: readonly unknown[]): number[] | null => {
  const list = wireList(type, items);
  return list && [...list.bytes];
};

describe('lists in PostgreSQL’s binary form', () => {
  it('have a head, and before each element its length in bytes', () => {
    expect(bytesOf('jsonb', ['{"é":1}', null])).toEqual(
      [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 14, 218, 0, 0, 0, 2, 0, 0, 0, 1].concat(
        [0, 0, 0, 9, 1, ...Buffer.from('{"é":1}')],
        [255, 255, 255, 255],
      ),
    );
    expect(bytesOf('json', ['1'])!.slice(4)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 114, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 49,
    ]);
    expect(bytesOf('json', [])).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 114]);
  });

  it('travel as they are, and know how many rows they hold', () => {
    const list = wireList('text', ['a', null, 'ü'.repeat(100)])!;
    expect(list.rows).toBe(3);
    expect(wireValue(list)).toBe(list.bytes);
    expect(list.bytes.subarray(-200).toString()).toBe('ü'.repeat(100));
  });

  it('hold an id as often as it comes, whatever is between', () => {
    const [one, other] = ['0190a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a50', '0190a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a51'];
    const written = (id: string) => [0, 0, 0, 16, ...Buffer.from(id.replaceAll('-', ''), 'hex')];
    const nothing = [255, 255, 255, 255];
    expect(bytesOf('uuid', [one, one, other, other, one, null, one, one])!.slice(20)).toEqual(
      [one, one, other, other, one].flatMap(written).concat(nothing, written(one), written(one)),
    );
    const many = Array.from({ length: 30_000 }, () => other);
    expect(wireList('uuid', many)!.bytes.subarray(-20)).toEqual(Buffer.from(written(other)));
    expect(bytesOf('uuid', [other])!.slice(20)).toEqual(written(other));
  });

  it('do not change when the next one is made', () => {
    const list = wireList('text', ['one'])!;
    const before = [...list.bytes];
    wireList('text', ['x'.repeat(1_000_000), 'another']);
    expect([...list.bytes]).toEqual(before);
    expect(list).toBeInstanceOf(WireList);
  });

  it('are not made of what their type does not say, nor of types they do not know: PostgreSQL judges that as text', () => {
    for (const [type, value] of [
      ['uuid', 'not an id, though thirty-six letters.'],
      ['uuid', '0190a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a5g'],
      ['uuid', '0190a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a5é'],
      ['text', 1],
      ['timestamptz', 'yesterday'],
      ['timestamptz', '2026-02-03T04:05:06+02:00'],
      ['timestamptz', new Date(Number.NaN)],
      ['integer', 1.5],
      ['integer', 2 ** 31],
      ['smallint', -32_769],
      ['integer', '7'],
      ['boolean', 'true'],
      ['numeric', 1],
    ] as const)
      expect(wireList(type, [value]), `${type} ${String(value)}`).toBeNull();
  });
});
