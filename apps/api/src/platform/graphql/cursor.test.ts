import { describe, expect, it } from 'vitest';
import { readCursor, readMomentCursor, readNumberCursor, readPlaceCursor, writeCursor } from './cursor.ts';

const id = '0190aaaa-0000-7000-8000-00000000000a';

describe('A cursor', () => {
  it.each([[['NAME_ASC', 'de la Cruz, Ana', id]], [['100 %', '%2C', ',,%,']], [['', 'x']]])(
    'is read as it was written: %j',
    (position) => expect(readCursor(writeCursor(position), position.length)).toEqual(position),
  );

  it('names a moment or a number, and an id', () => {
    expect(readMomentCursor(writeCursor(['2026-11-28T10:00:00.000Z', id]))).toEqual([
      '2026-11-28T10:00:00.000Z',
      id,
    ]);
    expect(readNumberCursor(writeCursor([0.25, id]))).toEqual([0.25, id]);
    expect(readPlaceCursor(writeCursor([51]))).toBe(51);
  });

  it.each([
    '',
    'x',
    `yesterday,${id}`,
    `2026-13-41T10:00:00.000Z,${id}`,
    '2026-11-28T10:00:00.000Z,4',
    `,${id}`,
  ])('is refused when this server did not make it: %s', (cursor) => {
    expect(() => readMomentCursor(cursor)).toThrow('not made by this server');
    expect(() => readNumberCursor(cursor)).toThrow('not made by this server');
    expect(() => readPlaceCursor(cursor)).toThrow('not made by this server');
  });
});
