import { describe, expect, it } from 'vitest';
import { copyMessages, WireList, wireList } from './wire-list.ts';
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

describe('rows as messages of COPY', () => {
  const columns = [
    { property: 'n', type: 'smallint' },
    { property: 'words', type: 'text', isArray: true },
  ];
  const head = [...Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), 0, 0, 0, 0, 0, 0, 0, 0];
  const one = [0, 2, 0, 0, 0, 2, 0, 7].concat(
    [0, 0, 0, 25, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 25, 0, 0, 0, 1, 0, 0, 0, 1],
    [0, 0, 0, 1, 97],
  );

  it('have a head, each row its width and each value its length, and an end', () => {
    const rows = copyMessages(columns, [{ n: 7, words: ['a'] }, { n: null }])!;
    const nothing = [0, 2, 255, 255, 255, 255, 255, 255, 255, 255];
    const told = [...head, ...one, ...nothing, 255, 255];
    expect([...rows]).toEqual([100, 0, 0, 0, told.length + 4, ...told, 99, 0, 0, 0, 4]);
  });

  it('are cut between rows, so that PostgreSQL need not hold all of them', () => {
    const rows = Array.from({ length: 5_000 }, () => ({ n: 7, words: ['a'] }));
    const messages = copyMessages(columns, rows)!;
    const pieces: Buffer[] = [];
    let at = 0;
    while (messages[at] === 100) {
      const end = at + 1 + messages.readInt32BE(at + 1);
      pieces.push(messages.subarray(at + 5, end));
      at = end;
    }
    expect([...messages.subarray(at)]).toEqual([99, 0, 0, 0, 4]);
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(40 * 1024);
    for (const piece of pieces.slice(1, -1)) expect(piece.length % one.length).toBe(0);
    const expected = Buffer.concat([
      Buffer.from(head),
      ...rows.map(() => Buffer.from(one)),
      Buffer.from([255, 255]),
    ]);
    expect(Buffer.concat(pieces).equals(expected)).toBe(true);
  });

  it('are not made of what a type does not say, of types without a form, nor of narrower rows than asked for', () => {
    expect(copyMessages(columns, [{ n: '7' }])).toBeNull();
    expect(copyMessages(columns, [{ words: 'a' }])).toBeNull();
    expect(copyMessages(columns, [{ words: [null] }])).toBeNull();
    expect(copyMessages([{ property: 'n', type: 'numeric' }], [{ n: null }])).toBeNull();
    const rows = Array.from({ length: 64 }, (_, n) => ({ n, words: ['x'.repeat(n < 16 ? 100 : 10)] }));
    expect(copyMessages(columns, rows, 140)).toBeNull();
    expect(copyMessages(columns, rows, 130)).not.toBeNull();
  });
});
