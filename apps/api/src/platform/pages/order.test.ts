import { describe, expect, it } from 'vitest';
import { behindSql, cursorSql, type OrderPart, orderSql, readPlace } from './order.ts';

const id = '0190aaaa-0000-7000-8000-00000000000a';
const newest: OrderPart[] = [
  { kind: 'moment', sql: (row) => `${row}.at`, falls: true },
  { kind: 'id', sql: (row) => `${row}.id`, falls: true },
];
const mixed: OrderPart[] = [
  { kind: 'flag', sql: (row) => `${row}.closed` },
  { kind: 'day', sql: (row) => `${row}.due` },
  ...newest.slice(0, 1),
  { kind: 'id', sql: (row) => `${row}.id` },
];

describe('An order', () => {
  it('is compared as one row as long as it runs one way, for its index', () => {
    expect(behindSql(newest, 'n', ['$1', '$2'])).toBe('(n.at, n.id) < ($1::timestamptz, $2::uuid)');
    expect(orderSql(newest, 'n')).toBe('n.at DESC, n.id DESC');
  });

  it('asks for the rest where all before is equal, each time the way changes', () => {
    expect(behindSql(mixed, 'd', ['$1', '$2', '$3', '$4'])).toBe(
      '((d.closed, d.due) > ($1::boolean, $2::date) OR (d.closed, d.due) = ($1::boolean, $2::date) AND ' +
        '((d.at) < ($3::timestamptz) OR (d.at) = ($3::timestamptz) AND (d.id) > ($4::uuid)))',
    );
  });

  it('spells a cursor that it reads again, and no other', () => {
    expect(cursorSql(newest, 'n').split(` || ',' || `)).toHaveLength(2);
    expect(readPlace(mixed, `true,infinity,0001-01-01T00:00:00.000Z,${id}`)).toEqual([
      'true',
      'infinity',
      '0001-01-01T00:00:00.000Z',
      id,
    ]);
    for (const cursor of [
      '',
      id,
      `yes,infinity,0001-01-01T00:00:00.000Z,${id}`,
      `true,2026-13-01,0001-01-01T00:00:00.000Z,${id}`,
      `true,infinity,soon,${id}`,
      'true,infinity,0001-01-01T00:00:00.000Z,4',
    ])
      expect(() => readPlace(mixed, cursor)).toThrow('not made by this server');
  });
});
