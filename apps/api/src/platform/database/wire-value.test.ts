import { describe, expect, it } from 'vitest';
import { wireValue } from './wire-value.ts';

describe('values on their way to PostgreSQL', () => {
  it('nothing is nothing, text is itself, bytes stay bytes', () => {
    expect(wireValue(undefined)).toBeNull();
    expect(wireValue(null)).toBeNull();
    expect(wireValue('a "b"')).toBe('a "b"');
    expect(wireValue(Buffer.from('ab'))).toEqual(Buffer.from('ab'));
    expect(wireValue(1.5)).toBe('1.5');
    expect(wireValue(false)).toBe('false');
    expect(wireValue({ a: [1] })).toBe('{"a":[1]}');
  });

  it('a list quotes what would be read as something else, and nothing more', () => {
    expect(wireValue(['abc', '0190-a', '2026-01-01T10:00:00.000Z', 1, true, null])).toBe(
      '{abc,0190-a,2026-01-01T10:00:00.000Z,1,true,NULL}',
    );
    expect(wireValue(['', 'null', 'NULL', 'a b', 'a,b', '{x}', 'a"b', 'a\\b'])).toBe(
      '{"","null","NULL","a b","a,b","{x}","a\\"b","a\\\\b"}',
    );
    expect(wireValue([[1, 2], ['a b']])).toBe('{{1,2},{"a b"}}');
    expect(wireValue([Buffer.from('ab'), { a: 'x"y' }])).toBe('{"\\\\x6162","{\\"a\\":\\"x\\\\\\"y\\"}"}');
  });

  it('moments are told in UTC, also very old and very far ones', () => {
    expect(wireValue(new Date(Date.UTC(2026, 1, 3, 4, 5, 6, 7)))).toBe('2026-02-03T04:05:06.007Z');
    expect(wireValue([new Date(0)])).toBe('{"1970-01-01T00:00:00.000Z"}');
    expect(wireValue(new Date('+012345-06-07T00:00:00.000Z'))).toBe('12345-06-07T00:00:00.000Z');
    expect(wireValue(new Date('-000043-03-15T00:00:00.000Z'))).toBe('0044-03-15T00:00:00.000Z BC');
  });
});
